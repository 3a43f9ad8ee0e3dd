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

/** The source faults of `subjects`, numbered. */
const faultsOf = (root, subjects) =>
  subjects
    .flatMap((file) => mutantsOf(fs.readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({...mutant, file})))
    .map((mutant, id) => ({...mutant, id}));

/** How long the runner may take for an answer, in ms, before it is held to be stuck. */
const patience = (reach) => 20_000 + 6 * slowest(reach) + 8 * reach.reduce((sum, {ms}) => sum + ms, 0);

/**
 * Plants the faults of `subjects` one at a time and says what became of each: killed (`by` names the test that found it
 * twice, and passes without it), timeout (twice, and in time without it), survived, unreached, or error.
 * @param module {root, subjects, tests, pool, only: by source file, the names of the test files that are asked}
 * @param options {sample: how many are tried, seed, minutes, lanes, files: endings of the files that are wanted or null,
 *   say: for a line, onOutcome: called with each, isEquivalent: (fault) → whether it changes nothing and is passed over, controlEvery: after so many
 *   faults that were tried, the tests of the last run without any, and may find nothing; after as many that were found,
 *   the last one is asked again in a new process}
 * @returns {total, equivalent, outcomes, controls: {asked, wrong}, again: {asked, other}, doubted: titles of tests that
 *   failed and were not believed}
 */
export const measure = async ({root, subjects, tests, pool, only = {}}, options) => {
  const notes = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-faults-'));
  const all = faultsOf(root, subjects);
  const endsAt = Date.now() + options.minutes * 60_000;
  const job = {root, subjects, tests, pool, notes};
  try {
    const host = await startHost({...job, isFirst: true});
    const said = await host.ask({}, 600_000).finally(host.end);
    if (said?.first === undefined) throw new Error(`the first run failed: ${JSON.stringify(said)}`);
    const {covered, atLoad, failed, broken} = said.first;
    const isAtLoad = new Set(atLoad);
    for (const title of [...failed, ...broken]) options.say(`  left out, it fails without any fault: ${title}`);
    const random = randomOf(options.seed);
    // In any order, so that a run that is cut short is a fair sample.
    const wanted = all
      .map((mutant) => ({mutant, order: random()}))
      .sort((a, b) => a.order - b.order)
      .map(({mutant}) => mutant)
      .filter(({file}) => options.files === null || options.files.some((one) => file.endsWith(one)));
    options.say(
      `  all tests once, without any fault: ${Math.round((Date.now() + options.minutes * 60_000 - endsAt) / 1000)} s`,
    );
    const chosen = wanted.filter((mutant) => !options.isEquivalent(mutant));
    const waiting = chosen.slice(0, options.sample);
    const outcomes = [];
    const note = (outcome) => {
      outcomes.push(outcome);
      options.onOutcome?.(outcome);
    };
    const controls = {asked: 0, wrong: 0};
    const again = {asked: 0, other: 0};
    const doubted = [];
    /** By source file: the tests that found the last faults of it. */
    const finders = new Map();
    const lane = async () => {
      let own = null;
      const ask = async (message) => {
        own ??= await startHost(job);
        const ms = Math.min(patience(message.tests), Math.max(1, endsAt - Date.now()));
        const answer = await own.ask(message, ms);
        if (answer.killed === undefined) {
          own.end();
          own = null;
        }
        return answer;
      };
      const control = async (tests) => {
        const answer = await ask({tests});
        if (Date.now() > endsAt) return;
        controls.asked += 1;
        if (answer.killed === false && answer.doubted.length === 0) return;
        controls.wrong += 1;
        options.say(`  found without any fault: ${answer.doubted?.join(', ') ?? JSON.stringify(answer)}`);
      };
      const askAgain = async (message) => {
        const answer = await ask({...message, isCold: true});
        if (Date.now() > endsAt) return;
        again.asked += 1;
        if (answer.killed === true) return;
        again.other += 1;
        options.say(`  found, and then not in a new process: fault ${message.fault}`);
      };
      let tried = 0;
      let found = 0;
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        if (Date.now() > endsAt) break;
        const asked = only[mutant.file];
        const reach = (covered[mutant.id] ?? []).filter(
          ({file}) => asked === undefined || asked.includes(path.basename(file)),
        );
        if (reach.length === 0) {
          note({...mutant, outcome: 'unreached', by: null});
          continue;
        }
        const likely = finders.get(mutant.file) ?? [];
        const message = {fault: mutant.id, tests: reach, isAtLoad: isAtLoad.has(mutant.id), likely};
        const startedAt = Date.now();
        let answer = await ask(message);
        if (answer.late) {
          const second = await ask(message);
          const asleep = await ask({tests: reach});
          answer = second.late && asleep.killed === false ? second : {failure: 'too late only once'};
        }
        // Cut short: nothing is known of this one.
        if (Date.now() > endsAt) break;
        const outcome = answer.late ? 'timeout' : answer.failure ? 'error' : answer.killed ? 'killed' : 'survived';
        note({...mutant, outcome, by: answer.by ?? answer.failure ?? null, ms: Date.now() - startedAt});
        doubted.push(...(answer.doubted ?? []));
        if (answer.finders?.length === 1)
          finders.set(mutant.file, [...new Set([...answer.finders, ...likely])].slice(0, 6));
        tried += 1;
        if (tried % options.controlEvery === 0) await control(reach);
        if (outcome === 'killed') found += 1;
        if (outcome === 'killed' && found % options.controlEvery === 0) await askAgain(message);
      }
      own?.end();
    };
    await Promise.all(Array.from({length: options.lanes}, lane));
    return {total: all.length, equivalent: wanted.length - chosen.length, outcomes, controls, again, doubted};
  } finally {
    fs.rmSync(notes, {recursive: true, force: true});
  }
};
