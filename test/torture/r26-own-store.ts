import fs from 'node:fs';
import path from 'node:path';
import {listEntries} from '../../src/files/index.ts';
import {openApprovals, openPreferences, readShelf} from '../../src/records/index.ts';
import {aHost} from './a-host.ts';
import {aRecord} from './a-record.ts';
import {bundled} from './bundled.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

type Damage = (file: string) => void;
const DIGEST = 'a'.repeat(64);

const texts = (): readonly string[] => [
  '',
  '\0',
  'null',
  '[]',
  '7',
  '"text"',
  '{',
  '{"__proto__": {"polluted": true}}',
  '{"schemaVersion": 99, "id": "x"}',
  '{"schemaVersion": 1}',
  `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  `{"a": ${'['.repeat(200_000)}`,
  '\ufeff{}',
  `{"${DIGEST}": 7}`,
];

/** Every way in which a file of ours can be spoilt. */
const damages = (whole: Buffer): readonly Damage[] => [
  ...texts().map(
    (text): Damage =>
      (file) =>
        fs.writeFileSync(file, text),
  ),
  (file) => fs.writeFileSync(file, Buffer.alloc(50 * 1024 * 1024, 32)),
  (file) => fs.mkdirSync(file),
  (file) => fs.symlinkSync(path.basename(file), file),
  (file) => fs.symlinkSync('/none/such', file),
  (file) => fs.symlinkSync('/dev/zero', file),
  (file) => fs.symlinkSync('/dev/null', file),
  (file) => fs.writeFileSync(file, whole, {mode: 0}),
  ...Array.from(
    {length: 100},
    (_, percent): Damage =>
      (file) =>
        fs.writeFileSync(file, whole.subarray(0, Math.floor((whole.length * percent) / 100))),
  ),
  ...Array.from(
    {length: 100},
    (_, index): Damage =>
      (file) => {
        const bytes = Buffer.from(whole);
        const at = Math.floor((index * whole.length) / 100);
        bytes[at] = (bytes[at] ?? 0) ^ 0x15;
        fs.writeFileSync(file, bytes);
      },
  ),
];

/** All bytes that regular files below the folder hold, to see that none was destroyed. */
const bytesBelow = (folder: string): readonly string[] =>
  fs.readdirSync(folder, {withFileTypes: true}).flatMap((item) => {
    const full = path.join(folder, item.name);
    if (item.isDirectory()) return bytesBelow(full);
    return item.isFile() ? [fs.readFileSync(full).toString('latin1')] : [];
  });

const NAMES = ['approvals.json', 'preferences.json', 'record', 'journal'] as const;

const tryOne = (damage: Damage, name: (typeof NAMES)[number], mkfifo: boolean): Promise<string | null> =>
  withFolder(async (home) => {
    const data = path.join(home, '.local/share/mcp-fix');
    const config = path.join(home, '.config/mcp-fix');
    const file =
      name === 'record'
        ? path.join(data, 'records', 'r1.json')
        : name === 'journal'
          ? path.join(data, 'journal', 'j1.json')
          : path.join(config, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    if (mkfifo) await runToEnd(['mkfifo', file]);
    else damage(file);
    const kept = bytesBelow(home);
    const host = aHost(home);
    const approvals = await openApprovals(host);
    const preferences = await openPreferences(host);
    await readShelf(data);
    await listEntries(data);
    await approvals.approve(DIGEST, {name: 'n', client: 'c', file: 'f'});
    await preferences.set('seen', true);
    if (!approvals.isApproved(DIGEST) || preferences.get('seen') !== true)
      return `${name}: it does not work without its store`;
    const now = bytesBelow(home);
    // A store that was readable is written on; what was not is set aside whole.
    const isTaken = (bytes: string): boolean => now.includes(bytes) || isObject(bytes);
    return kept.every(isTaken) ? null : `${name}: bytes were destroyed`;
  }, 'fast').catch((error: unknown) => `${name}: ${error instanceof Error ? error.stack : String(error)}`);

const isObject = (bytes: string): boolean => {
  try {
    const value: unknown = JSON.parse(bytes);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** Eight programs at once, each with records of its own. */
const writers = (options: TrialOptions): Promise<{readonly kept: number; readonly wanted: number}> =>
  withFolder(async (folder) => {
    const program = await bundled(options.root, 'test/torture/programs/append.ts', folder);
    const each = scaled(500, options);
    const data = path.join(folder, 'data');
    const ids = Array.from({length: 8}, (_, index) => `w${index}`);
    await inLanes(ids, 8, async (id) => {
      await runToEnd([process.execPath, program, data, id, String(each)], {limitMs: 300_000});
    });
    return {kept: (await readShelf(data)).records.length, wanted: 8 * each};
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  const whole = Buffer.from(JSON.stringify(aRecord('r1')));
  const cases = NAMES.flatMap((name) => [
    ...damages(whole).map((damage) => ({damage, name, isPipe: false})),
    {damage: () => undefined, name, isPipe: true},
  ]);
  const random = randomOf(options.seed);
  const chosen = sample(random, cases, Math.max(40, scaled(cases.length, options)));
  const wrong: string[] = [];
  await inLanes(chosen, 2, async ({damage, name, isPipe}) => {
    const trouble = await tryOne(damage, name, isPipe);
    if (trouble !== null) wrong.push(trouble);
  });
  const {kept, wanted} = await writers(options);
  if (kept !== wanted) wrong.push(`${kept} of ${wanted} records`);
  return {
    figures: `${chosen.length} damaged stores, ${wrong.length} failed starts or destroyed bytes; 8 programs at once: ${kept.toLocaleString('en')} of ${wanted.toLocaleString('en')} records`,
    wrong: few(wrong),
  };
};

export const r26: Trial = {promise: 'R26', title: 'a damaged store of ours never blocks', run};
