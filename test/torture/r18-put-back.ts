import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {applyChange, heldNote, type Plan, planChange, watchValue} from '../../src/clients/edit/index.ts';
import {aHost} from './a-host.ts';
import {
  below,
  few,
  type Outcome,
  pick,
  randomOf,
  scaled,
  type Trial,
  type TrialOptions,
  until,
  withFolder,
} from './trial.ts';

type Random = () => number;

/** One file of each language, with a value of ours, a counter of the client's, and words below both. */
const FILES = {
  'settings.json': `{\n  "counter": 0,\n  "mcpServers": {\n    "notes": {"command": "old", "args": ["notes.js"]}\n  },\n  "last": "word"\n}\n`,
  'settings.jsonc': `{\n  // mine\n  "counter": 0,\n  "mcpServers": {"notes": {"command": "old"}},\n  "last": "word",\n}\n`,
  'settings.toml': `counter = 0\n\n[mcpServers.notes]\nargs = ["notes.js"]\ncommand = "old"\n\n[last]\nword = 1\n`,
  'settings.yaml': `counter: 0\nmcpServers:\n  notes:\n    args: [notes.js]\n    command: old\nlast: word\n`,
} as const;

interface Written {
  readonly file: string;
  readonly plan: Plan;
  readonly before: string;
}

const written = async (folder: string, random: Random): Promise<Written> => {
  const [name, before] = pick(random, Object.entries(FILES));
  const file = path.join(folder, name);
  fs.writeFileSync(file, before);
  const host = aHost(folder);
  const edit = {kind: 'set', value: 'new'} as const;
  const plan = await planChange({file, path: ['mcpServers', 'notes', 'command'], edit, why: 'test'}, {host});
  if ('refused' in plan) throw new Error(plan.refused);
  await applyChange(plan, {host, dataDir: path.join(folder, 'data')});
  return {file, plan, before};
};

const counted = (text: string, random: Random): string =>
  text.replace(/(counter"?(?: =|:)) \d+/, `$1 ${1 + below(random, 1e6)}`);

/** How a client's own code brings new text into a file; the value may be unreadable for a moment meanwhile. */
const WAYS: readonly ((file: string, text: string) => Promise<void> | void)[] = [
  (file, text) => {
    fs.writeFileSync(`${file}.theirs`, text);
    fs.renameSync(`${file}.theirs`, file);
  },
  (file, text) => fs.writeFileSync(file, text),
  async (file, text) => {
    const cut = Math.floor(text.length * 0.6);
    fs.writeFileSync(file, text.slice(0, cut));
    await wait(15);
    fs.appendFileSync(file, text.slice(cut));
  },
  async (file, text) => {
    fs.rmSync(file);
    await wait(15);
    fs.writeFileSync(file, text);
  },
];

/** A running client writes its own old copy back; answers how long it took until that was told, or what went wrong. */
const putBack = (random: Random, spanMs: number): Promise<number | string> =>
  withFolder(async (folder) => {
    const {file, plan, before} = await written(folder, random);
    let toldAt = 0;
    const watching = watchValue(plan, {signal: new AbortController().signal}).then((held) => {
      toldAt = Date.now();
      return held;
    });
    const delay = 50 + below(random, spanMs - 50);
    await wait(delay);
    // The old bytes themselves, or the client's own copy with news of its own.
    await pick(random, WAYS)(file, random() < 0.5 ? before : counted(before, random));
    const doneAt = Date.now();
    if (!(await until(() => toldAt > 0, 15_000))) return `after ${delay} ms: nothing was told`;
    const held = await watching;
    const note = heldNote(held, file, 'The client') ?? '';
    if (held !== 'put-back' || !note.includes('the old value is back')) return `after ${delay} ms: told ${held}`;
    return Math.max(0, toldAt - doneAt);
  }, 'fast');

/** A client that writes everything but our value, in every way it knows, while the watch is on. */
const quiet = (random: Random, isWhole: boolean): Promise<string | null> =>
  withFolder(async (folder) => {
    const {file, plan} = await written(folder, random);
    const stop = new AbortController();
    let held: string | null = null;
    const watching = watchValue(plan, {signal: stop.signal}).then((answer) => {
      held = answer;
    });
    const end = Date.now() + (isWhole ? 12_500 : 2500);
    let writes = 0;
    while (held === null && Date.now() < end) {
      await wait(20 + below(random, 700));
      await pick(random, WAYS)(file, counted(fs.readFileSync(file, 'utf8'), random));
      writes += 1;
    }
    stop.abort();
    await watching;
    return held === 'stands' ? null : `a false alarm (${held}) after ${writes} writes of ${path.basename(file)}`;
  }, 'fast');

const run = async (options: TrialOptions): Promise<Outcome> => {
  const isWhole = options.scale >= 0.5;
  const [replays, calm] = [scaled(50, options), scaled(200, options)];
  const [told, alarms] = await Promise.all([
    Promise.all(
      Array.from({length: replays}, (_, index) =>
        putBack(randomOf(options.seed * 1000 + index), isWhole ? 8000 : 2000),
      ),
    ),
    Promise.all(Array.from({length: calm}, (_, index) => quiet(randomOf(options.seed * 1000 + 500 + index), isWhole))),
  ]);
  const times = told.filter((one) => typeof one === 'number');
  const slowest = Math.max(0, ...times);
  const wrong = [...told.filter((one) => typeof one === 'string'), ...alarms.filter((one) => one !== null)];
  // The ordinary run shares the machine with other tests.
  if (slowest > (isWhole ? 3000 : 10_000)) wrong.push(`told only after ${slowest} ms`);
  return {
    figures: `${times.length} of ${replays} old values that came back were told, the slowest after ${slowest} ms; ${alarms.filter((one) => one !== null).length} false alarms in ${calm} quiet runs`,
    wrong: few(wrong),
  };
};

export const r18: Trial = {promise: 'R18', title: 'an old value that comes back is told', run};
