// npm run bench: start-up of the built program, paired with bare node. Ratios are medians of the paired ratios.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/mcp-fix.js');
const runs = Number(process.argv[2] ?? 15);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-bench-'));
const mini = path.join(root, 'dist/servers/practice.mjs');
fs.writeFileSync(
  path.join(home, '.claude.json'),
  JSON.stringify({mcpServers: {one: {command: process.execPath, args: [mini]}}}),
);
// An extra CA file slows every start of Node 20 by 50 ms and would drown the figures.
const {NODE_EXTRA_CA_CERTS: _slow, ...rest} = process.env;
const env = {...rest, HOME: home};

const time = (args) => {
  const from = process.hrtime.bigint();
  const {status, stderr} = spawnSync(process.execPath, args, {env, cwd: home});
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const cases = [
  ['--version', [bin, '--version'], 1.3],
  ['--help', [bin, '--help'], 1.8],
  ['list', [bin, 'list'], 0],
  ['check of one small server', [bin, 'check', '--yes', '--json'], 3.5],
];
for (const [name, args, goal] of cases) {
  const ratios = [];
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    const bare = time(['-e', '0']);
    const ours = time(args);
    ratios.push(ours / bare);
    all.push(ours);
  }
  process.stdout.write(
    `${name.padEnd(28)} min ${Math.min(...all).toFixed(0)} ms, median ${median(all).toFixed(0)} ms, ${median(ratios).toFixed(2)}× bare node${goal > 0 ? ` (goal ${goal})` : ''}\n`,
  );
}
fs.rmSync(home, {recursive: true, force: true});
