import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken, until} from './journey.ts';

const {enter, escape: esc, ctrlC} = KEYS;

const store = (world: TempHome): string => path.join(world.home, '.local/share/mcp-fix/unfinished');
const kept = (world: TempHome): readonly string[] => (fs.existsSync(store(world)) ? fs.readdirSync(store(world)) : []);

/** From the list to the changes of the server with the misspelt command. */
const toChanges = async (journey: Journey): Promise<void> => {
  await journey.waitFor('2 servers');
  journey.type('everything');
  await journey.when(/› . everything/, enter);
  await journey.when('May I start this?', 'y');
  await journey.when('Press Enter to see the exact error', enter);
  await journey.when('word for word', enter);
  await journey.when('How sure', enter);
  await journey.waitFor('One thing at a time');
};

const toVerdict = async (journey: Journey): Promise<void> => {
  await toChanges(journey);
  await journey.when('Set "command" to "node"', enter);
  await journey.when('Press y to write it', 'y');
  await journey.waitFor('Yes, it works.');
};

test('left in the middle with q: the next run offers to go on there, and there it goes on', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const before = fs.readFileSync(user);
  const first = openJourney(world);
  await toChanges(first);
  first.press('q');
  expect((await first.exited).code).toBe(0);
  const [file = ''] = kept(world);
  expect(fs.statSync(path.join(store(world), file)).mode & 0o777).toBe(0o600);

  const second = openJourney(world);
  await second.when('› ! Go on with everything: choose one change', enter);
  await second.waitFor('You left before everything was mended.');
  await second.when(/Left +\d{4}-\d\d-\d\d \d\d:\d\d UTC/, enter);
  await second.when('Set "command" to "node"', enter);
  await second.when('Press y to write it', 'y');
  await second.when('Yes, it works.', enter);
  await second.when('The error, the cause and the change are noted already', enter);
  await second.when('the fix is written down', 'q');
  expect((await second.exited).code).toBe(0);
  expect(fs.readFileSync(user)).not.toEqual(before);
  expect(kept(world)).toEqual([]);
});

test.each([
  ['Ctrl-C', (journey: Journey) => journey.press(ctrlC)],
  ['a terminal that goes away', (journey: Journey) => journey.kill('SIGHUP')],
  ['kill -9', (journey: Journey) => journey.kill('SIGKILL')],
] as const)('a change that nobody judged, left by %s, is named first, and can be put back', async (_how, leave) => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const before = fs.readFileSync(user);
  const first = openJourney(world);
  await toVerdict(first);
  await until(() => kept(world).length === 1, 'it is kept');
  leave(first);
  await first.exited;

  const second = openJourney(world);
  await second.when('› ! Go on with everything: keep the change, or put it back?', enter);
  await second.waitFor('Your change is made, and not decided yet.');
  expect(second.screen()).toContain('+       "command": "node",');
  await second.when('b to put the old text back', 'b');
  await second.waitFor(/2 servers: /);
  await until(() => kept(world).length === 0, 'it is forgotten');
  expect(fs.readFileSync(user)).toEqual(before);
  expect(second.screen()).not.toContain('Go on with');
});

test('a change that was not judged can be checked again, and kept', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const first = openJourney(world);
  await toVerdict(first);
  first.press(ctrlC);
  await first.exited;
  const changed = fs.readFileSync(user);

  const second = openJourney(world);
  await second.when('Go on with everything', enter);
  await second.when('Press Enter to check it again', enter);
  await second.waitFor(/connects and lists 1\d tools/);
  await second.when('keep it and write it down', enter);
  await second.when('noted already', enter);
  await second.waitFor('the fix is written down');
  await until(() => kept(world).length === 0, 'it is over');
  expect(fs.readFileSync(user)).toEqual(changed);
});

test('a repair that is not wanted any more is forgotten, and its change stays', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const first = openJourney(world);
  await toVerdict(first);
  first.press(ctrlC);
  await first.exited;
  const changed = fs.readFileSync(user);

  const second = openJourney(world);
  await second.when('Go on with everything', enter);
  await second.when('not decided yet', 'f');
  await second.waitFor(/stays\. To put it back: mcp-fix undo\s+\d{8}T/);
  expect(second.screen()).not.toContain('Go on with');
  second.press(esc);
  await second.exited;
  expect(kept(world)).toEqual([]);
  expect(fs.readFileSync(user)).toEqual(changed);
});

test('an entry that changed meanwhile: said, with the way to undo, and dropped', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const first = openJourney(world);
  await toVerdict(first);
  first.press(ctrlC);
  await first.exited;
  fs.writeFileSync(user, fs.readFileSync(user, 'utf8').replace('"args": [', '"args": ["--inspect", '));

  const second = openJourney(world);
  await second.waitFor(
    /The repair of everything that was not finished is dropped: its settings have\s+changed since\./,
  );
  await second.waitFor(/mcp-fix undo\s+\d{8}T/);
  expect(second.screen()).not.toContain('Go on with');
  expect(kept(world)).toEqual([]);
});

test('what only looked, and what was left with Esc, is not offered', async () => {
  const world = tempHome();
  twoBroken(world);
  const first = openJourney(world);
  await toChanges(first);
  await first.when('One thing at a time', esc);
  await first.when('How sure', esc);
  await first.when('word for word', esc);
  await first.when('stops there', esc);
  await first.waitFor('2 servers');
  await until(() => kept(world).length === 0, 'it is forgotten');
  first.press(esc);
  expect((await first.exited).code).toBe(0);
  const second = openJourney(world);
  await second.waitFor('2 servers');
  expect(second.screen()).not.toContain('Go on with');
});

test('what another run is in the middle of is not offered while that run lives, and is afterwards', async () => {
  const world = tempHome();
  twoBroken(world);
  const first = openJourney(world);
  await toChanges(first);
  await until(() => kept(world).length === 1, 'it is kept');

  const beside = openJourney(world);
  await beside.waitFor('2 servers');
  expect(beside.screen()).not.toContain('Not finished yet');
  // Nor is it dropped when the other comes as far with the same server, and goes back to its list.
  beside.type('everything');
  await beside.when(/› . everything/, enter);
  await beside.when('Press Enter to see the exact error', enter);
  await beside.when('word for word', esc);
  await beside.when('It comes as far as', esc);
  await beside.waitFor('2 servers');
  expect(kept(world)).toHaveLength(1);
  beside.press(ctrlC);
  await beside.exited;
  expect(kept(world)).toHaveLength(1);

  first.kill('SIGKILL');
  await first.exited;
  const after = openJourney(world);
  await after.waitFor('› ! Go on with everything: choose one change');
  after.press(ctrlC);
  await after.exited;
});

test('a change that is taken up again is watched: a client that puts its old copy back is told', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const before = fs.readFileSync(user);
  const first = openJourney(world);
  await toVerdict(first);
  first.press(ctrlC);
  await first.exited;

  const second = openJourney(world);
  await second.when('Go on with everything', enter);
  await second.when('Press Enter to check it again', enter);
  await second.when(/connects and lists 1\d tools/, enter);
  await second.waitFor('noted already');
  fs.writeFileSync(user, before);
  await second.waitFor('Claude Code seems to be running');
  expect(second.screen()).not.toContain('it works');
  second.press(ctrlC);
  await second.exited;
});
