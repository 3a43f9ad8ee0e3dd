import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {root} from '../helpers/source-files.ts';
import {equivalentsOf} from '../torture/mutation/equivalents-of.mjs';
import {measure} from '../torture/mutation/measure.mjs';
import {MODULES} from '../torture/mutation/modules.mjs';
import {mutantsOf, withMutant} from '../torture/mutation/mutants-of.mjs';

const worlds: string[] = [];
afterAll(() => {
  for (const world of worlds) fs.rmSync(world, {recursive: true, force: true});
});

/** A project of one source and some test files, where it is known which faults a test can find. */
const worldOf = (files: Record<string, string>): string => {
  const world = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-runner-')));
  worlds.push(world);
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(world, 'node_modules'), 'junction');
  fs.writeFileSync(path.join(world, 'package.json'), '{"type": "module"}');
  for (const [name, text] of Object.entries(files)) {
    const head = name.endsWith('.test.ts')
      ? "import {expect, test} from 'vitest';\nimport * as it from './it.ts';\n"
      : '';
    fs.writeFileSync(path.join(world, name), head + text);
  }
  return world;
};

const scoreIn = (world: string, controlEvery: number, pool: 'threads' | 'forks' = 'threads') =>
  measure(
    {root: world, subjects: ['it.ts'], tests: ['*.test.ts'], pool},
    {
      sample: 1_000,
      seed: 7,
      minutes: 5,
      lanes: 1,
      files: null,
      isEquivalent: () => false,
      controlEvery,
      say: () => undefined,
    },
  );

const big = (name: string) => `export const ${name} = (a: number): boolean => a > 1;\n`;
const seen = "test('asks what is big', () => { expect([1, 2].map(it.seen)).toEqual([false, true]); });";

/** Whether a test fails in a run of its own, without any of this. */
const failsByHand = (world: string, title: string): boolean => {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', world, '--reporter', 'default', '-t', title];
  const {status, stdout} = spawnSync(process.execPath, args, {
    cwd: world,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1', FORCE_COLOR: ''},
  });
  expect(stdout).toMatch(/Tests +1 (?:passed|failed)/);
  return status !== 0;
};

test('a fault counts as found only by a test that sees it, however many were found before', {
  timeout: 240_000,
}, async () => {
  const world = worldOf({
    'it.ts': big('seen') + big('blind') + big('uncalled') + big('blindToo'),
    'a.test.ts': seen,
    'b.test.ts': "test('looks away', () => { it.blind(2); it.blindToo(1); expect(1).toBe(1); });",
  });
  const {outcomes, controls, again, doubted} = await scoreIn(world, 1);
  const of = (line: number) => outcomes.filter((one) => one.line === line);
  expect(of(1).map(({outcome, by}) => [outcome, by])).toEqual(of(1).map(() => ['killed', 'asks what is big']));
  for (const [line, outcome] of [
    [2, 'survived'],
    [3, 'unreached'],
    [4, 'survived'],
  ] as const) {
    expect(of(line).length).toBeGreaterThan(3);
    expect(new Set(of(line).map((one) => one.outcome))).toEqual(new Set([outcome]));
  }
  // Without any fault nothing is found, also right after one was.
  expect(controls.asked).toBeGreaterThanOrEqual(12);
  expect(controls.wrong).toBe(0);
  // What was found in a process that ran other faults before is found in a new one.
  expect(again.asked).toBe(of(1).length);
  expect(again.other).toBe(0);
  expect(doubted).toEqual([]);
  // And what was found is found by hand too.
  const [killed] = of(1);
  if (killed === undefined) throw new Error('no fault in the first line');
  const code = fs.readFileSync(path.join(world, 'it.ts'), 'utf8');
  expect(failsByHand(world, killed.by ?? '')).toBe(false);
  fs.writeFileSync(path.join(world, 'it.ts'), withMutant(code, killed));
  expect(failsByHand(world, killed.by ?? '')).toBe(true);
});

test('a test that fails by itself finds nothing, and a runner that dies is no finding', {
  timeout: 240_000,
}, async () => {
  const world = worldOf({
    'it.ts': `${big('seen')}${big('fickle')}${big('leaned')}export const deadly = (a: number): void => {
  if (a > 1) process.kill(process.pid, 'SIGKILL');
};\n`,
    'a.test.ts': seen,
    // Fails in every second run, whatever the source says.
    'fickle.test.ts': `import fs from 'node:fs';
test('is moody', () => {
  it.fickle(2);
  fs.appendFileSync('moods', '.');
  expect(fs.statSync('moods').size % 2).toBe(1);
});`,
    // Passes only after the one before it, which reaches nothing and so is not run with it.
    'leaned.test.ts': `let isReady = false;
test('comes first', () => { isReady = true; expect(isReady).toBe(true); });
test('leans on the first', () => { it.leaned(2); expect(isReady).toBe(true); });`,
    'deadly.test.ts': "test('lets live', () => { it.deadly(1); expect(1).toBe(1); });",
  });
  const {outcomes, doubted} = await scoreIn(world, 1_000);
  const of = (line: number) => new Set(outcomes.filter((one) => one.line === line).map((one) => one.outcome));
  expect(of(1)).toEqual(new Set(['killed']));
  expect(of(2)).toEqual(new Set(['survived']));
  expect(of(3)).toEqual(new Set(['survived']));
  const gone = outcomes.find(({text, line}) => line === 5 && text === 'a >= 1');
  expect(gone?.outcome).toBe('error');
  expect(gone?.by).toContain('the test runner has gone');
  expect(doubted).toContain('is moody (fails only once)');
  expect(doubted).toContain('leans on the first (fails without the fault)');
});

test('modules that stay loaded keep nothing of a fault', {timeout: 240_000}, async () => {
  const world = worldOf({
    'it.ts': `import fs from 'node:fs';
export const table = ['a', 'b'].map((one) => one.toUpperCase());
let kept: string | null = null;
export const once = (): string => { kept ??= ['x'].join('-'); return kept; };
export const read = (): string => fs.readFileSync('it.ts', 'utf8');
export const wait = async (a: number): Promise<void> => { while (a < 1) await new Promise(setImmediate); };
`,
    // Reached only while the module is loaded.
    'a.test.ts': "test('knows the table', () => { expect(it.table).toEqual(['A', 'B']); });",
    // Reached only by who asks first.
    'b.test.ts': "test('is made once', () => { expect(it.once()).toBe('x'); expect(it.once()).toBe('x'); });",
    'c.test.ts': "test('reads', () => { expect(it.read()).toContain('export'); });",
    // Its stand-in is nobody else's.
    'd.test.ts': `import {vi} from 'vitest';
vi.mock('node:fs', () => ({default: {readFileSync: () => 'a stand-in'}}));
test('reads a stand-in', () => { expect(it.read()).toBe('a stand-in'); });`,
    'e.test.ts': "test('comes to an end', async () => { await it.wait(1); expect(1).toBe(1); });",
  });
  const {outcomes, controls, again, doubted} = await scoreIn(world, 5, 'forks');
  expect(outcomes.filter(({outcome}) => outcome === 'error')).toEqual([]);
  const foundBy = (line: number, text: string) => {
    const [one] = outcomes.filter((fault) => fault.line === line && fault.text === text);
    return [one?.outcome, one?.by];
  };
  expect(foundBy(2, 'one.toLowerCase()')).toEqual(['killed', 'knows the table']);
  expect(foundBy(2, "''")).toEqual(['killed', 'knows the table']);
  expect(foundBy(4, '[]')).toEqual(['killed', 'is made once']);
  expect(foundBy(4, ';')).toEqual(['killed', 'is made once']);
  expect(foundBy(5, 'undefined')).toEqual(['killed', 'reads']);
  expect(foundBy(6, 'a >= 1')).toEqual(['killed', 'comes to an end']);
  expect(controls.asked).toBeGreaterThan(2);
  expect(controls.wrong).toBe(0);
  expect(again.asked).toBeGreaterThan(2);
  expect(again.other).toBe(0);
  expect(doubted).toEqual([]);
});

test('a fault that changes nothing is passed over only with a reason, and while the source is as it was judged', () => {
  const listed: unknown = JSON.parse(fs.readFileSync(path.join(root, 'test/torture/mutation/equivalent.json'), 'utf8'));
  const isEquivalent = equivalentsOf(root);
  const faults = Object.values(MODULES).flatMap(({subjects}) =>
    subjects.flatMap((file) =>
      mutantsOf(fs.readFileSync(path.join(root, file), 'utf8')).map((fault) => ({...fault, file})),
    ),
  );
  const passedOver = faults.filter(isEquivalent);
  for (const one of Array.isArray(listed) ? listed : []) {
    expect(one).toEqual({
      file: expect.any(String),
      at: expect.any(String),
      code: expect.any(String),
      text: expect.any(String),
      reason: expect.stringMatching(/^\S+(?: \S+){4,}/),
    });
    const ofIt = passedOver.filter(({file, text}) => file === one.file && text === one.text);
    expect(ofIt.length, JSON.stringify(one)).toBeGreaterThan(0);
  }
  // Few, so that each can be read.
  expect(passedOver.length).toBeLessThan(faults.length / 20);
});
