import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {tempHome} from '../helpers/temp-home.ts';
import {KEYS, openJourney, twoBroken} from './journey.ts';

const {enter, up} = KEYS;

test('a command typed by hand is asked about, started, and its failure read; no file is touched', async () => {
  const world = tempHome();
  const {user, project} = twoBroken(world);
  const before = [user, project].map((file) => fs.readFileSync(file, 'utf8'));
  const journey = openJourney(world);
  await journey.waitFor('2 servers');
  journey.press('\u001b[F');
  await journey.when('› Look at everything again', up);
  await journey.when('› An API request file', up);
  await journey.when('› A URL or a command', enter);
  await journey.waitFor('Type or paste the address');
  journey.type('GREETING=hi nodee "server.mjs"');
  await journey.when('Press Enter to see what would happen', enter);
  await journey.waitFor('no file: you typed it here');
  expect(journey.screen()).toContain('GREETING');
  expect(fs.existsSync(path.join(world.project, 'started.txt'))).toBe(false);
  await journey.when('May I start this?', 'y');
  await journey.waitFor('stops there');
  await journey.when('Find program', enter);
  await journey.when('word for word', enter);
  await journey.when('mend it', enter);
  await journey.when(/it stands in no file: go back to the list/, enter);
  await journey.waitFor('This one is yours to do');
  expect(journey.screen()).toContain('nodee');
  journey.press('q');
  expect((await journey.exited).code).toBe(0);
  expect([user, project].map((file) => fs.readFileSync(file, 'utf8'))).toEqual(before);
});

test('a server that works, typed in quotes: the whole ladder, and back in the list', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await journey.waitFor('2 servers');
  journey.press('\u001b[F');
  await journey.when('› Look at everything again', up);
  await journey.when('› An API request file', up);
  await journey.when('› A URL or a command', enter);
  await journey.waitFor('Type or paste the address');
  journey.type(`WEATHER_TOKEN=abc "${process.execPath}" './server.mjs'`);
  await journey.when('Press Enter to see what would happen', enter);
  await journey.when('May I start this?', 'y');
  await journey.when(/List tools/, enter);
  await journey.waitFor('3 servers');
  expect(journey.screen()).toMatch(/Any client · typed here\s+.*server\.mjs\s+works/);
  journey.press('\u0003');
  expect((await journey.exited).code).toBe(130);
});
