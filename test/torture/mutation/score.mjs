// node test/torture/mutation/score.mjs [--module redact] [--files a.ts] [--sample 150] [--seed 7] [--lanes 2] [--minutes 5]
// Plants small faults in the safety modules, one at a time, and counts how many of them a test finds. Without --module
// all are measured, one after another, `--minutes` each at most, and the figures stand together at the end.

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {equivalentsOf} from './equivalents-of.mjs';
import {measure} from './measure.mjs';
import {MODULES} from './modules.mjs';

const {values} = parseArgs({
  options: {
    root: {type: 'string', default: path.resolve(import.meta.dirname, '../../..')},
    module: {type: 'string', default: ''},
    files: {type: 'string', default: ''},
    sample: {type: 'string', default: '100000'},
    seed: {type: 'string', default: '7'},
    minutes: {type: 'string', default: '600'},
    lanes: {type: 'string', default: '1'},
    json: {type: 'string', default: ''},
  },
});

const root = path.resolve(values.root);
const say = (line) => process.stdout.write(`${line}\n`);
const options = {
  sample: Number(values.sample),
  seed: Number(values.seed),
  minutes: Number(values.minutes),
  lanes: Number(values.lanes),
  files: values.files === '' ? null : values.files.split(','),
  isEquivalent: equivalentsOf(root),
  controlEvery: 10,
  say,
};

/** What was not found is said at once: a run that is ended from outside has told what it knew. */
const sayIfLeft = (one) => {
  if (one.outcome === 'killed' || one.outcome === 'timeout') return;
  const code = fs.readFileSync(path.join(root, one.file), 'utf8').slice(one.start, one.end);
  const why = one.outcome === 'error' ? ` (${one.by?.split('\n')[0]})` : '';
  say(`  ${one.outcome} ${one.file}:${one.line} ${shortest(code, one.text)}${why}`);
};

const rows = [];
const lines = [];
for (const [name, module] of Object.entries(MODULES)) {
  if (values.module !== '' && !values.module.split(',').includes(name)) continue;
  const from = Date.now();
  const row = await measure({root, ...module}, {...options, onOutcome: sayIfLeft});
  rows.push({name, ...row});
  const count = (outcome) => row.outcomes.filter((one) => one.outcome === outcome).length;
  const found = count('killed') + count('timeout');
  const share = ((100 * found) / Math.max(1, row.outcomes.length - count('error'))).toFixed(1);
  for (const title of new Set(row.doubted)) say(`  not believed: ${title}`);
  lines.push(
    `${name}: ${share} % (${found} of ${row.outcomes.length} faults found, ${count('timeout')} by time; ${count('survived')} survived, ${count('unreached')} unreached, ${count('error')} could not be tried; of ${row.total} in all, ${row.equivalent} of them change nothing and are passed over; ${row.controls.asked} controls without a fault, ${row.controls.wrong} of them wrong; ${row.again.asked} findings asked again in a new process, ${row.again.other} not found there; seed ${values.seed}, ${Math.round((Date.now() - from) / 1000)} s)`,
  );
  say(lines.at(-1));
}
if (lines.length > 1) say(`\n${lines.join('\n')}`);
if (values.json !== '') fs.writeFileSync(values.json, JSON.stringify(rows));
if (rows.some((row) => row.controls.wrong > 0 || row.again.other > 0)) process.exitCode = 1;

/** Both texts where they differ, with a little of what stands around; of a program in a text the program. */
function shortest(code, text) {
  const program = /^String\.raw`([\s\S]*)`$/.exec(code)?.[1];
  if (program !== undefined && text.startsWith('"')) return shortest(program, JSON.parse(text));
  let from = 0;
  while (from < code.length && code[from] === text[from]) from += 1;
  let end = 0;
  while (end < Math.min(code.length, text.length) - from && code.at(-1 - end) === text.at(-1 - end)) end += 1;
  const part = (whole) => {
    const start = Math.max(0, from - 30);
    const stop = Math.min(whole.length, whole.length - end + 30);
    const cut = whole.slice(start, Math.min(stop, start + 160));
    return JSON.stringify(`${start > 0 ? '…' : ''}${cut}${start + cut.length < whole.length ? '…' : ''}`);
  };
  return `${part(code)} → ${part(text)}`;
}
