import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {mutantsOf} from './mutants-of.mjs';
import {slowest} from './slowest.mjs';
import {startHost} from './start-host.mjs';

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

/**
 * Plants the faults of `subjects` one at a time and says what became of each: killed (`by` names the test that found it
 * twice, and passes without it), timeout (twice, and in time without it), survived, unreached, or error.
 * @param module {root, subjects, tests, pool}
 * @param options {share, seed, minutes, lanes, files: endings of the files that are wanted or null, say: for a line,
 *   controlEvery: after so many faults that were tried, the tests of the last run without any, and may find nothing}
 * @returns {total, outcomes, controls: {asked, wrong}, doubted: titles of tests that failed and were not believed}
 */
export const measure = async ({root, subjects, tests, pool}, options) => {
  const notes = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-faults-'));
  const all = subjects
    .flatMap((file) => mutantsOf(fs.readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({...mutant, file})))
    .map((mutant, id) => ({...mutant, id}));
  const job = {root, subjects, tests, pool, notes};
  try {
    const host = await startHost(job);
    const said = await host.ask({first: true}, 600_000).finally(host.end);
    if (said?.first === undefined) throw new Error(`the first run failed: ${JSON.stringify(said)}`);
    const {covered, passes, failed, broken} = said.first;
    for (const title of [...failed, ...broken]) options.say(`  left out, it fails without any fault: ${title}`);
    const random = randomOf(options.seed);
    const isWanted = (file) => options.files === null || options.files.some((one) => file.endsWith(one));
    const chosen = all.filter(({file}) => random() < options.share && isWanted(file));
    // In any order, so that a run that is cut short is a fair sample.
    const waiting = chosen
      .map((mutant) => ({mutant, order: random()}))
      .sort((a, b) => a.order - b.order)
      .map(({mutant}) => mutant);
    const endsAt = Date.now() + options.minutes * 60_000;
    const outcomes = [];
    const controls = {asked: 0, wrong: 0};
    const doubted = [];
    const limit = 20 * passes + 1_000_000;
    const lane = async () => {
      let own = null;
      const ask = async (fault, reach) => {
        own ??= await startHost(job);
        // The finder twice, and all of them once; who is late by that is asked again.
        const ms = 15_000 + 2 * slowest(reach) + 4 * reach.reduce((sum, test) => sum + test.ms, 0);
        const answer = await own.ask({fault, tests: reach, limit}, Math.min(ms, Math.max(1, endsAt - Date.now())));
        if (answer.killed === undefined) {
          own.end();
          own = null;
        }
        return answer;
      };
      let tried = 0;
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        if (Date.now() > endsAt) break;
        const reach = covered[mutant.id] ?? [];
        if (reach.length === 0) {
          outcomes.push({...mutant, outcome: 'unreached', by: null});
          continue;
        }
        let answer = await ask(mutant.id, reach);
        if (answer.late) {
          const again = await ask(mutant.id, reach);
          const asleep = await ask(undefined, reach);
          answer = again.late && asleep.killed === false ? again : {failure: 'too late only once'};
        }
        // Cut short: nothing is known of this one.
        if (Date.now() > endsAt) break;
        const outcome = answer.late ? 'timeout' : answer.failure ? 'error' : answer.killed ? 'killed' : 'survived';
        outcomes.push({...mutant, outcome, by: answer.by ?? answer.failure ?? null});
        doubted.push(...(answer.doubted ?? []));
        tried += 1;
        if (tried % options.controlEvery === 0) {
          const control = await ask(undefined, reach);
          if (Date.now() > endsAt) break;
          controls.asked += 1;
          if (control.killed !== false || control.doubted.length > 0) {
            controls.wrong += 1;
            options.say(`  found without any fault: ${control.doubted?.join(', ') ?? JSON.stringify(control)}`);
          }
        }
      }
      own?.end();
    };
    await Promise.all(Array.from({length: options.lanes}, lane));
    return {total: all.length, outcomes, controls, doubted};
  } finally {
    fs.rmSync(notes, {recursive: true, force: true});
  }
};
