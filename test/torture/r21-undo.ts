import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {listEntries} from '../../src/files/index.ts';
import {aHost} from './a-host.ts';
import {bundled} from './bundled.ts';
import {few, inLanes, type Outcome, runToEnd, scaled, type Trial, type TrialOptions, withFolder} from './trial.ts';
import {at, START, sequence} from './undo-sequence.ts';

interface Told {
  readonly steps: number;
  readonly wrong: readonly string[];
}

/** So many sequences a process: much more than its start costs, and little enough that no core waits at the end. */
const AT_ONCE = 50;
const LANES = 4;

/** All sequences, in processes of their own when they are many: one thread would leave the other cores idle. */
const allOf = (seeds: readonly number[], options: TrialOptions): Promise<Told> =>
  withFolder(async (folder) => {
    let steps = 0;
    const wrong: string[] = [];
    const add = (told: Told): void => {
      steps += told.steps;
      wrong.push(...told.wrong);
    };
    if (seeds.length <= AT_ONCE) {
      await inLanes(seeds, LANES, async (seed) => {
        const done = await withFolder((place) => sequence(place, seed), 'fast');
        add({steps: done.steps, wrong: done.wrong === null ? [] : [done.wrong]});
      });
      return {steps, wrong};
    }
    const program = await bundled(options.root, 'test/torture/programs/undo-sequences.ts', folder);
    const parts = Array.from({length: Math.ceil(seeds.length / AT_ONCE)}, (_, index) =>
      seeds.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    );
    await inLanes(parts, LANES, async (part) => {
      const ran = await runToEnd([process.execPath, program, part.join(',')], {
        env: {PATH: process.env['PATH'] ?? '/usr/bin:/bin', UV_THREADPOOL_SIZE: '1'},
        limitMs: 20 * 60_000,
      });
      add(ran.code === 0 ? JSON.parse(ran.out) : {steps: 0, wrong: [`it ended with ${ran.code}: ${ran.err}`]});
    });
    return {steps, wrong};
  });

/** A journal that was cut at any byte never stops the others. */
const cuts = (): Promise<{readonly count: number; readonly wrong: readonly string[]}> =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'servers.jsonc');
    const dataDir = path.join(folder, 'data');
    const host = aHost(folder);
    fs.writeFileSync(file, START);
    for (const value of ['x', 'y']) {
      const plan = await planChange({file, path: at('A'), edit: {kind: 'set', value}, why: 'test'}, {host});
      if (!('refused' in plan)) await applyChange(plan, {host, dataDir});
    }
    const [first, second] = await listEntries(dataDir);
    const wrong: string[] = [];
    if (first === undefined || second === undefined) return {count: 0, wrong: ['no journal']};
    const journal = path.join(dataDir, 'journal', `${second.id}.json`);
    const whole = fs.readFileSync(journal);
    for (let length = 0; length < whole.length; length += 1) {
      fs.writeFileSync(journal, whole.subarray(0, length));
      const left = (await listEntries(dataDir)).map((one) => one.id);
      // Without its last line end it is whole still.
      if (!left.includes(first.id) || (left.length > 1 && length < whole.length - 1))
        wrong.push(`cut at byte ${length}: ${left.length} entries`);
    }
    return {count: whole.length, wrong};
  }, 'fast');

const run = async (options: TrialOptions): Promise<Outcome> => {
  const seeds = Array.from({length: scaled(5000, options)}, (_, index) => options.seed * 100_000 + index);
  const {steps, wrong} = await allOf(seeds, options);
  const cut = await cuts();
  return {
    figures: `${seeds.length.toLocaleString('en')} sequences, ${steps.toLocaleString('en')} steps, ${wrong.length} differ from the model; a journal cut at each of ${cut.count} bytes`,
    wrong: few([...wrong, ...cut.wrong]),
  };
};

export const r21: Trial = {promise: 'R21', title: 'every change can be undone', run};
