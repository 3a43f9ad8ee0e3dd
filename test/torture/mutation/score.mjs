// node test/torture/mutation/score.mjs [--module redact] [--files a.ts] [--share 0.1] [--seed 7] [--lanes 2] [--minutes 5]
// Plants small faults in the five safety modules, one at a time, and counts how many of them a test finds.

import {fork} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {MODULES} from './modules.mjs';
import {mutantsOf} from './mutants-of.mjs';

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

/** Numbers that look random and are the same for the same seed (mulberry32). */
const randomOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const startHost = async (job) => {
  const child = fork(path.join(import.meta.dirname, 'host.mjs'), [JSON.stringify(job)], {
    cwd: job.root,
    detached: true,
    stdio: ['ignore', 'ignore', process.env.MUTATION_DEBUG ? 'inherit' : 'ignore', 'ipc'],
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  /** The next word of the host; null when it does not come in time or the host is gone. */
  const hear = (ms) =>
    new Promise((resolve) => {
      const done = (word) => {
        clearTimeout(timer);
        child.off('message', done);
        child.off('exit', gone);
        resolve(word);
      };
      const gone = () => done(null);
      const timer = setTimeout(() => done(null), ms);
      child.on('message', done);
      child.on('exit', gone);
    });
  if ((await hear(60_000)) === null) throw new Error('the test runner does not start');
  const ask = (message, ms) => {
    const answer = hear(ms);
    child.send(message);
    return answer;
  };
  return {ask, end};
};

const mutantsIn = (root, subjects) =>
  subjects.flatMap((file) =>
    mutantsOf(fs.readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({...mutant, file})),
  );

const scoreOf = async (name, {subjects, tests, pool}) => {
  const root = path.resolve(values.root);
  const notes = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-faults-'));
  const all = mutantsIn(root, subjects).map((mutant, id) => ({...mutant, id}));
  const job = {root, subjects, tests, pool, notes};
  try {
    const host = await startHost(job);
    const said = await host.ask({first: true}, 600_000);
    host.end();
    if (said?.first === undefined) throw new Error(`the first run failed: ${JSON.stringify(said)}`);
    const {covered, passes, failed, broken} = said.first;
    for (const title of [...failed, ...broken])
      process.stdout.write(`  left out, it fails without any fault: ${title}\n`);
    const random = randomOf(Number(values.seed));
    const wantedFiles = values.files === '' ? null : values.files.split(',');
    const chosen = all.filter(
      ({file}) =>
        random() < Number(values.share) && (wantedFiles === null || wantedFiles.some((one) => file.endsWith(one))),
    );
    // In any order, so that a run that is cut short is a fair sample.
    const waiting = chosen
      .map((mutant) => ({mutant, order: random()}))
      .sort((a, b) => a.order - b.order)
      .map(({mutant}) => mutant);
    const endsAt = Date.now() + Number(values.minutes) * 60_000;
    const outcomes = [];
    const lane = async () => {
      let own = null;
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const reach = covered[mutant.id] ?? [];
        if (reach.length === 0) {
          outcomes.push({...mutant, outcome: 'unreached', by: null});
          continue;
        }
        own ??= await startHost(job);
        const ms = 20_000 + 10 * reach.reduce((sum, test) => sum + test.ms, 0);
        const answer = await own.ask({fault: mutant.id, tests: reach, limit: 20 * passes + 1_000_000}, ms);
        const isLost = answer === null || answer.failure !== undefined;
        if (isLost) {
          own.end();
          own = null;
        }
        if (Date.now() > endsAt) break;
        const outcome = answer === null ? 'timeout' : isLost ? 'error' : answer.killed ? 'killed' : 'survived';
        outcomes.push({...mutant, outcome, by: answer?.by ?? answer?.failure ?? null});
      }
      own?.end();
    };
    await Promise.all(Array.from({length: Number(values.lanes)}, lane));
    return {name, total: all.length, outcomes};
  } finally {
    fs.rmSync(notes, {recursive: true, force: true});
  }
};

const rows = [];
for (const [name, module] of Object.entries(MODULES)) {
  if (values.module !== '' && !values.module.split(',').includes(name)) continue;
  const from = Date.now();
  const row = await scoreOf(name, module);
  rows.push(row);
  const count = (outcome) => row.outcomes.filter((one) => one.outcome === outcome).length;
  const found = count('killed') + count('timeout');
  const share = ((100 * found) / Math.max(1, row.outcomes.length - count('error'))).toFixed(1);
  const left = row.outcomes.filter(
    ({outcome}) => outcome === 'survived' || outcome === 'unreached' || outcome === 'error',
  );
  for (const one of left.toSorted((a, b) => a.id - b.id)) {
    const code = fs.readFileSync(path.join(values.root, one.file), 'utf8').slice(one.start, one.end);
    const short = (text) => JSON.stringify(text.length > 70 ? `${text.slice(0, 70)}…` : text);
    process.stdout.write(`  ${one.outcome} ${one.file}:${one.line} ${short(code)} → ${short(one.text)}\n`);
  }
  process.stdout.write(
    `${name}: ${share} % (${found} of ${row.outcomes.length} faults found, ${count('timeout')} by time; ${count('survived')} survived, ${count('unreached')} unreached, ${count('error')} could not be tried; of ${row.total} in all; seed ${values.seed}, ${Math.round((Date.now() - from) / 1000)} s)\n`,
  );
}
if (values.json !== '') fs.writeFileSync(values.json, JSON.stringify(rows));
