// npm run test:torture -- [--seed N] [--only R16,R19] [--scale 0.1] [--minutes 90]: every promise, tried until it breaks or holds.

import {fork} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const {values} = parseArgs({
  options: {
    seed: {type: 'string', default: '7'},
    only: {type: 'string', default: ''},
    scale: {type: 'string', default: '1'},
    minutes: {type: 'string', default: '90'},
    one: {type: 'string'},
    bundle: {type: 'string'},
    program: {type: 'string', default: path.join(root, 'bin/mcp-fix.js')},
  },
});
const options = {seed: Number(values.seed), scale: Number(values.scale), root, program: values.program};

/** Each trial has a process of its own: what one spoils or measures does not touch the next. */
const LIMIT_MS = Number(values.minutes) * 60_000;
const inChild = (bundle, promise) =>
  new Promise((resolve) => {
    const args = [
      '--one',
      promise,
      '--bundle',
      bundle,
      '--seed',
      values.seed,
      '--scale',
      values.scale,
      '--program',
      values.program,
    ];
    const child = fork(fileURLToPath(import.meta.url), args, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let told = {figures: '', wrong: ['it ended without a word']};
    const timer = setTimeout(() => {
      told = {figures: '', wrong: [`it did not end within ${LIMIT_MS / 60_000} minutes`]};
      child.kill('SIGKILL');
    }, LIMIT_MS);
    child.on('message', (message) => {
      told = message;
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve(told);
    });
  });

if (values.one !== undefined) {
  const {TRIALS} = await import(pathToFileURL(values.bundle).href);
  const trial = TRIALS.find((one) => one.promise === values.one);
  const told = await trial.run(options).catch((error) => ({figures: '', wrong: [error.stack]}));
  process.send(told, () => process.exit(0));
} else {
  const folder = path.join(root, 'node_modules/.cache', `mcp-fix-torture-${process.pid}`);
  const bundle = path.join(folder, 'trials.mjs');
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['test/torture/trials.ts'],
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      external: ['esbuild', '@lydell/node-pty', 'fast-check', 'conf'],
      banner: {js: "import {createRequire as __own} from 'node:module'; const require = __own(import.meta.url);"},
      logLevel: 'error',
    });
    const {TRIALS} = await import(pathToFileURL(bundle).href);
    const wanted = values.only === '' ? TRIALS : TRIALS.filter((one) => values.only.split(',').includes(one.promise));
    const failed = [];
    for (const {promise, title} of wanted) {
      const from = Date.now();
      const told = await inChild(bundle, promise);
      const seconds = Math.round((Date.now() - from) / 1000);
      const verdict = told.notRun !== undefined ? `NOT RUN: ${told.notRun}` : told.wrong.length === 0 ? 'PASS' : 'FAIL';
      if (verdict !== 'PASS') failed.push(promise);
      process.stdout.write(`${promise} ${title}: ${told.figures} (seed ${values.seed}, ${seconds} s) ${verdict}\n`);
      for (const line of told.wrong) process.stdout.write(`    ${line}\n`);
    }
    process.stdout.write(`\n${wanted.length - failed.length} passed, ${failed.length} failed or not run\n`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}
