import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken} from './journey.ts';

const {enter} = KEYS;

/** From the list to the yes: opens the server of that name. */
const open = async (journey: Journey, name: string, asks: string): Promise<void> => {
  await journey.waitFor(/\d servers?:/);
  journey.type(name);
  await journey.when(new RegExp(`› . ${name}`), enter);
  await journey.when(asks, 'y');
};

/** From the ladder to the list of changes. */
const readOn = async (journey: Journey): Promise<void> => {
  await journey.when('Press Enter to see the exact error', enter);
  await journey.when('word for word', enter);
  await journey.when('How sure', enter);
  await journey.waitFor('One thing at a time');
};

const keepAndSave = async (journey: Journey): Promise<void> => {
  await journey.when('keep it and write it down', enter);
  await journey.when('The error, the cause and the change are noted already', enter);
  await journey.waitFor('the fix is written down');
};

test('two broken servers: a person repairs both, exports the log, and undo restores the exact bytes', async () => {
  const world = tempHome();
  const files = twoBroken(world);
  const before = {user: fs.readFileSync(files.user), project: fs.readFileSync(files.project)};
  const journey = openJourney(world);

  await open(journey, 'everything', 'May I start this?');
  await journey.waitFor('The command is misspelt');
  await readOn(journey);
  await journey.when('Set "command" to "node"', enter);
  await journey.waitFor('+       "command": "node",');
  expect(fs.readFileSync(files.user)).toEqual(before.user);
  journey.press('y');
  await journey.waitFor(/A real client \(@modelcontextprotocol\/sdk [\d.]+\) connects and lists 1\d tools/);
  await keepAndSave(journey);
  journey.press(enter);

  await journey.waitFor(/2 servers: 1 works/);
  await open(journey, 'weather', 'This came with the project folder');
  await journey.waitFor('A variable that the server needs is not set');
  await readOn(journey);
  await journey.when('Set WEATHER_TOKEN in "env"', enter);
  await journey.waitFor('Type or paste: WEATHER_TOKEN');
  journey.type('sunny-7');
  await journey.when('•••••••', enter);
  await journey.when('Press y to write it', 'y');
  await journey.waitFor('Yes, it works.');
  await keepAndSave(journey);
  await journey.when('Press Enter for the list', 'q');
  expect((await journey.exited).code).toBe(0);
  expect(journey.scrollbackWiped()).toBe(false);
  expect(journey.raw()).not.toContain('sunny-7');

  const out = path.join(world.dir, 'fixes.md');
  const exported = await runProgram(world, ['log', 'export', '--out', out]);
  expect(exported.code).toBe(0);
  const text = fs.readFileSync(out, 'utf8');
  expect(text).toContain('everything');
  expect(text).toContain('WEATHER_TOKEN');
  expect(text).toContain('+      "command": "node",');
  expect(text).not.toContain('sunny-7');

  expect(fs.readFileSync(files.project, 'utf8')).toContain('"WEATHER_TOKEN": "sunny-7"');
  const first = await runProgram(world, ['undo']);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(fs.readFileSync(files.project)).toEqual(before.project);
  const second = await runProgram(world, ['undo']);
  expect([second.code, second.err]).toEqual([0, '']);
  expect(fs.readFileSync(files.user)).toEqual(before.user);
}, 60_000);

test('practice: a newcomer repairs the first server with at most eight keys', async () => {
  const world = tempHome();
  const journey = openJourney(world);
  await journey.waitFor('nothing of yours is touched');
  await journey.when(/› ✗ tasks/, enter);
  await readOn(journey);
  await journey.when('Remove the comma', enter);
  await journey.when('Press y to write it', 'y');
  await journey.when('Your change is written', 'y');
  await journey.waitFor('Yes, ');
  expect(journey.pressed()).toBeLessThanOrEqual(8);
  await keepAndSave(journey);
  journey.press('q');
  expect((await journey.exited).code).toBe(0);
  expect(fs.readdirSync(world.home).filter((name) => /claude|cursor/.test(name))).toEqual([]);
  expect(fs.readdirSync(path.join(world.dir, 'tmp'))).toEqual([]);
});

test.each([
  ['a misspelt command', 'notes', 'May I start this?', /› 1\. Set "command" to/, null],
  ['a missing variable', 'weather', 'This came with the project folder', /› 1\. Set WEATHER_TOKEN/, 'sunny'],
  ['a token without its scheme', 'search', 'May I call this?', /› 1\. .*Bearer/, null],
] as const)('practice: %s is mended', async (_fault, name, asks, change, value) => {
  const journey = openJourney(tempHome(), {args: ['demo']});
  await open(journey, name, asks);
  await readOn(journey);
  await journey.when(change, enter);
  if (value !== null) {
    await journey.waitFor('Type or paste');
    journey.type(value);
    await journey.when('•'.repeat(value.length), enter);
  }
  await journey.when('Press y to write it', 'y');
  await journey.waitFor('A real client');
  await keepAndSave(journey);
  await journey.when('Press Enter for the list', enter);
  await journey.waitFor(new RegExp(`✓ ${name} +works`));
});

test('practice: what no setting mends is told as such', async () => {
  const journey = openJourney(tempHome(), {args: ['demo']});
  await open(journey, 'archive', 'May I call this?');
  await journey.waitFor('The quota of this period is used up');
  await journey.when('Press Enter to see the exact error', enter);
  await journey.when('word for word', enter);
  await journey.when('Limits (too many requests', enter);
  await journey.waitFor('One thing at a time');
  journey.press('q');
  expect((await journey.exited).code).toBe(0);
});
