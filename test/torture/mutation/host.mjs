// One test runner that stays warm: told a fault's number, it wakes that fault and runs the tests that reach it.

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createVitest} from 'vitest/node';
import {confirmed} from './confirmed.mjs';
import {mutantsOf, withAllMutants} from './mutants-of.mjs';
import {slowest} from './slowest.mjs';

/** {root, subjects: source files, tests: files or folders, pool, notes: a folder} */
const job = JSON.parse(process.argv[2]);

/** What `fault` is in a run without any fault: in the first, which notes what each test reaches, and in all others. */
const NOTING = -1;
const ASLEEP = -2;

const sources = new Map();
let count = 0;
for (const file of job.subjects) {
  const code = fs.readFileSync(path.join(job.root, file), 'utf8');
  const mutants = mutantsOf(code);
  sources.set(path.join(job.root, file), withAllMutants(code, mutants, count));
  count += mutants.length;
}

// What vitest hands back after a run holds the results of all runs before it too, of every file that this one did not
// run: a test that once found a fault would be taken for the finder of each later one. So only what is told while a
// run lasts counts.
let told = {tests: new Map(), unloaded: []};
const listener = {
  onTestCaseResult: (test) => told.tests.set(test.id, {state: test.result().state, test}),
  onTestModuleEnd: (module) => {
    if (module.errors().length > 0) told.unloaded.push(module.moduleId);
  },
};

const vitest = await createVitest(
  'test',
  {
    root: job.root,
    config: false,
    run: true,
    watch: false,
    reporters: [listener],
    include: job.tests,
    pool: job.pool,
    isolate: true,
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: [path.join(import.meta.dirname, 'wake.mjs')],
    env: {CI: 'false', FORCE_COLOR: '0'},
    provide: {fault: NOTING, limit: 0, notes: job.notes},
  },
  {
    logLevel: 'silent',
    plugins: [
      {
        name: 'faults',
        enforce: 'pre',
        load: (id) => sources.get(id.replace(/\?.*$/, '')),
      },
    ],
  },
);

const setBail = (bail) => {
  vitest.config.bail = bail;
  for (const project of vitest.projects) project.config.bail = bail;
};

const wake = (fault, limit) => {
  for (const project of vitest.projects) {
    project.provide('fault', fault);
    project.provide('limit', limit);
    project.provide('notes', job.notes);
  }
};

const run = async (specifications) => {
  told = {tests: new Map(), unloaded: []};
  const {unhandledErrors} = await vitest.runTestSpecifications(specifications);
  return {...told, uncaught: unhandledErrors.map((error) => String(error?.message ?? error))};
};

/** Tests that look at the clock fail by themselves on a busy machine, and would be taken for having found a fault. */
const TIMED = /\btime|proportion|megabyte|second\b/i;

/** A first run without any fault: which test reaches which, and how often they were passed by. */
const firstRun = async () => {
  setBail(0);
  const {tests, unloaded, uncaught} = await run(await vitest.globTestSpecifications());
  setBail(1);
  const failed = [];
  const good = new Map();
  for (const [id, {state, test}] of tests) {
    if (state === 'failed') failed.push(`${test.fullName}: ${test.result().errors?.[0]?.message}`);
    if (state === 'passed' && !TIMED.test(test.fullName))
      good.set(id, {file: test.module.moduleId, ms: test.diagnostic()?.duration ?? 0});
  }
  const covered = {};
  let passes = 0;
  for (const name of fs.readdirSync(job.notes)) {
    const note = JSON.parse(fs.readFileSync(path.join(job.notes, name), 'utf8'));
    passes = Math.max(passes, note.passes);
    const always = new Set(note.always);
    for (const [id, hits] of Object.entries(note.tests).filter(([id]) => good.has(id)))
      for (const fault of new Set([...hits, ...always])) {
        covered[fault] ??= [];
        covered[fault].push({id, ...good.get(id)});
      }
  }
  for (const reach of Object.values(covered)) reach.sort((a, b) => a.ms - b.ms);
  return {covered, passes, failed, broken: [...unloaded, ...uncaught], count};
};

/** Runs these tests, file by file, up to the first that fails: it and its name, or null when all have passed. */
const firstToFail = async (fault, wanted, limit) => {
  wake(fault, limit);
  // A test that waits for what a fault keeps from coming is a finder too, and need not be waited for as in other runs.
  const most = slowest(wanted);
  for (const {config} of vitest.projects) Object.assign(config, {testTimeout: most, hookTimeout: most});
  for (const file of new Set(wanted.map((one) => one.file))) {
    const asked = wanted.filter((one) => one.file === file);
    const testIds = asked.map(({id}) => id);
    const {tests, unloaded, uncaught} = await run(
      vitest.projects.map((project) => project.createSpecification(file, {testIds})),
    );
    const dead = asked.find(({id}) => tests.get(id)?.state === 'failed');
    if (dead !== undefined) return {tests: [dead], by: tests.get(dead.id).test.fullName};
    if (unloaded.length > 0) return {tests: asked, by: `${path.basename(file)} does not load`};
    if (uncaught.length > 0) return {tests: asked, by: `an error that nobody caught: ${uncaught[0]}`};
    const silent = asked.filter(({id}) => tests.get(id)?.state !== 'passed');
    if (silent.length > 0) throw new Error(`${silent.length} of ${asked.length} tests of ${file} did not run`);
  }
  return null;
};

process.on('message', async ({first, fault = ASLEEP, tests, limit}) => {
  try {
    if (first) process.send({first: await firstRun()});
    else
      process.send(await confirmed(tests, (isAwake, wanted) => firstToFail(isAwake ? fault : ASLEEP, wanted, limit)));
  } catch (error) {
    process.send({failure: String(error?.stack ?? error)});
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ready: true, count});
