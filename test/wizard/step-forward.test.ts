import {expect, test} from 'vitest';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';
import {WORLD} from './world-servers.ts';

const {enter, down, ctrlC} = KEYS;

const PORT = {
  id: 'port-in-use',
  class: 'runtime',
  severity: 'error',
  step: 'handshake',
  title: 'Port 8080 is taken',
  cause: 'Another program listens on port 8080.',
  evidence: [],
  confidence: 'likely',
  waitingHelps: true,
  fixes: [],
} as const;

test('Enter keeps a step forward, as the line above the keys says; what is left is told, and comes next', async () => {
  const world = createWorld({servers: WORLD.map((one) => (one.row.name === 'notes' ? {...one, later: PORT} : one))});
  const wizard = openWizard(world);
  await wizard.see('Which server?');
  await wizard.press(...'notes');
  await wizard.see('npxx -y @example/notes');
  await wizard.press(enter);
  await wizard.see('It runs with');
  await wizard.press('y');
  await wizard.see('It comes as far as "Find program"');
  await wizard.press(enter);
  await wizard.see('word for word');
  await wizard.press(enter);
  await wizard.see('^^^^');
  await wizard.press(enter);
  await wizard.see('1. Write the full path of npx');
  await wizard.press(down, enter);
  await wizard.see('+       "command": "npx"');
  await wizard.press('y');
  await wizard.see('Press Enter to keep this step forward');
  await wizard.press(enter);
  await wizard.see('Write it down');
  expect(world.changed.size).toBe(1);
  await wizard.press(enter);
  await wizard.see('This step is kept and written down.');
  await wizard.see('It does not work yet: Another program listens on port 8080.');
  await wizard.press(enter);
  await wizard.see('Port 8080 is taken');
  expect(world.log.filter((line) => line.startsWith('put back'))).toEqual([]);
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('what a person did by hand is a step forward too: Enter writes it down and goes on with the next cause', async () => {
  const world = createWorld({servers: WORLD.map((one) => (one.row.name === 'notes' ? {...one, later: PORT} : one))});
  const wizard = openWizard(world);
  await wizard.see('Which server?');
  await wizard.press(...'notes');
  await wizard.see('npxx -y @example/notes');
  await wizard.press(enter);
  await wizard.see('It runs with');
  await wizard.press('y');
  await wizard.see('It comes as far as "Find program"');
  await wizard.press(enter);
  await wizard.see('word for word');
  await wizard.press(enter);
  await wizard.see('^^^^');
  await wizard.press(enter);
  await wizard.see('1. Write the full path of npx');
  await wizard.press(down, down, down, enter);
  await wizard.see('This one is yours to do');
  // Where it is done stands here too.
  await wizard.see('/home/ada/.claude.json, line 12');
  const notes = WORLD.find(({row}) => row.name === 'notes');
  world.changed.set(notes?.row.key ?? '', notes?.mendedBy ?? '');
  await wizard.press(enter);
  await wizard.see('Press Enter to write down this step forward');
  await wizard.press(enter);
  await wizard.see('Write it down');
  await wizard.press(enter);
  await wizard.see('This step is written down.');
  await wizard.press(enter);
  await wizard.see('Port 8080 is taken');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});
