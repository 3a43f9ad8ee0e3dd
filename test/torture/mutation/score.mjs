// node test/torture/mutation/score.mjs [--module redact] [--files a.ts] [--share 0.1] [--seed 7] [--lanes 2] [--minutes 5]
// Plants small faults in the five safety modules, one at a time, and counts how many of them a test finds.

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {measure} from './measure.mjs';
import {MODULES} from './modules.mjs';

const {values} = parseArgs({
  options: {
    root: {type: 'string', default: path.resolve(import.meta.dirname, '../../..')},
    module: {type: 'string', default: ''},
    files: {type: 'string', default: ''},
    share: {type: 'string', default: '1'},
    seed: {type: 'string', default: '7'},
    minutes: {type: 'string', default: '600'},
    lanes: {type: 'string', default: '1'},
    json: {type: 'string', default: ''},
  },
});

const root = path.resolve(values.root);
const say = (line) => process.stdout.write(`${line}\n`);
const options = {
  share: Number(values.share),
  seed: Number(values.seed),
  minutes: Number(values.minutes),
  lanes: Number(values.lanes),
  files: values.files === '' ? null : values.files.split(','),
  controlEvery: 5,
  say,
};

const rows = [];
for (const [name, module] of Object.entries(MODULES)) {
  if (values.module !== '' && !values.module.split(',').includes(name)) continue;
  const from = Date.now();
  const row = await measure({root, ...module}, options);
  rows.push({name, ...row});
  const count = (outcome) => row.outcomes.filter((one) => one.outcome === outcome).length;
  const found = count('killed') + count('timeout');
  const share = ((100 * found) / Math.max(1, row.outcomes.length - count('error'))).toFixed(1);
  const left = row.outcomes.filter(({outcome}) => outcome !== 'killed' && outcome !== 'timeout');
  for (const one of left.toSorted((a, b) => a.id - b.id)) {
    const code = fs.readFileSync(path.join(root, one.file), 'utf8').slice(one.start, one.end);
    const short = (text) => JSON.stringify(text.length > 70 ? `${text.slice(0, 70)}…` : text);
    const why = one.outcome === 'error' ? ` (${one.by?.split('\n')[0]})` : '';
    say(`  ${one.outcome} ${one.file}:${one.line} ${short(code)} → ${short(one.text)}${why}`);
  }
  for (const title of new Set(row.doubted)) say(`  not believed: ${title}`);
  say(
    `${name}: ${share} % (${found} of ${row.outcomes.length} faults found, ${count('timeout')} by time; ${count('survived')} survived, ${count('unreached')} unreached, ${count('error')} could not be tried; of ${row.total} in all; ${row.controls.asked} controls without a fault, ${row.controls.wrong} of them wrong; seed ${values.seed}, ${Math.round((Date.now() - from) / 1000)} s)`,
  );
}
if (values.json !== '') fs.writeFileSync(values.json, JSON.stringify(rows));
if (rows.some((row) => row.controls.wrong > 0)) process.exitCode = 1;
