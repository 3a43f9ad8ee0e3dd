import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken} from './journey.ts';

const {enter, escape: esc} = KEYS;

/** From the list to the ladder of the server with the misspelt command. */
const openEverything = async (journey: Journey): Promise<void> => {
  await journey.waitFor(/\d servers?:/);
  journey.type('everything');
  await journey.when(/› . everything/, enter);
  await journey.when('May I start this?', 'y');
  await journey.waitFor('The command is misspelt');
};

/** From the ladder to the verdict of the change that mends it. */
const mend = async (journey: Journey): Promise<void> => {
  await journey.when('Press Enter to see the exact error', enter);
  await journey.when('word for word', enter);
  await journey.when('How sure', enter);
  await journey.when('Set "command" to "node"', enter);
  await journey.when('Press y to write it', 'y');
  await journey.waitFor(/A real client .* connects/);
};

test('what fails is shown in a shell, proved, and copied on the key alone', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await openEverything(journey);
  journey.press('r');
  await journey.waitFor('Proved: I ran it. It shows the same: the system does not start it');
  await journey.waitFor(/nodee /);
  expect(journey.raw()).not.toContain('\u001b]52;');
  journey.press('c');
  await journey.waitFor('It is on the clipboard.');
  const copied = /\u001b\]52;c;([\w+/=]+)/.exec(journey.raw())?.[1] ?? '';
  expect(Buffer.from(copied, 'base64').toString()).toMatch(/^printf .*nodee/);
  journey.press(esc);
  await journey.when('Press Enter to see the exact error', 'a');
  await journey.when('Does the same entry work elsewhere?', enter);
  await journey.when('May I start this?', 'n');
  await journey.waitFor("VS Code (from Claude Code's file)");
  journey.press(KEYS.ctrlC);
  expect((await journey.exited).code).toBe(130);
}, 60_000);

test('a running client that puts the old value back is told within three seconds, and the team file is written and read back', async () => {
  const world = tempHome();
  const {user} = twoBroken(world);
  const old = fs.readFileSync(user);
  const journey = openJourney(world);
  await openEverything(journey);
  await mend(journey);
  fs.writeFileSync(user, old);
  const backAt = performance.now();
  await journey.waitFor('Claude Code seems to be running');
  expect(performance.now() - backAt).toBeLessThan(3000);
  await journey.waitFor('claude mcp remove everything --scope user');
  await journey.when('Press Enter to look again', 'b');
  await mendAgain(journey);
  await journey.when('keep it and write it down', enter);
  await journey.when('are noted already', enter);
  await journey.when('the fix is written down', 't');
  await journey.waitFor('mcp-fixes.md');
  journey.press('q');
  expect((await journey.exited).code).toBe(0);

  fs.writeFileSync(user, old);
  fs.rmSync(path.join(world.home, '.local'), {recursive: true, force: true});
  const told = await runProgram(world, ['check', 'everything', '--yes']);
  expect(told.out).toMatch(/everything: Fixed before, on .*: Set "command" to "node" \(docs\/mcp-fixes.md\)/);
}, 90_000);

/** From the list of changes, where the put-back leads, to the verdict. */
const mendAgain = async (journey: Journey): Promise<void> => {
  await journey.waitFor('One thing at a time');
  await journey.when(/› 1\. /, enter);
  await journey.when('Press y to write it', 'y');
  await journey.waitFor(/A real client .* connects/);
};
