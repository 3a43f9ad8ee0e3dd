import {expect, test} from 'vitest';
import {serverNamed} from '../repair/stages.ts';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';
import {WORLD} from './world-servers.ts';

const {enter, escape: esc, tab, down, ctrlC} = KEYS;

test('from the list to a repaired server and its record, in eight keys besides typing', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await wizard.see('Which server?');
  await wizard.press(...'notes');
  await wizard.see('npxx -y @example/notes');
  await wizard.press(enter);
  await wizard.see('It runs with');
  expect(world.log.filter((line) => line.includes('notes'))).toEqual([]);
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
  expect(world.changed.size).toBe(0);
  await wizard.press('y');
  await wizard.see('Yes, it works.');
  await wizard.see('lists 7 tools');
  await wizard.press(enter);
  await wizard.see('Write it down');
  await wizard.press(tab, ...'one letter');
  await wizard.press(enter);
  await wizard.see('notes works, and the fix is written down.');
  await wizard.press('x');
  await wizard.see('/home/ada/mcp-fixes.md');
  await wizard.press('c');
  await wizard.see('on the clipboard');
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
  const own = world.log.filter((line) => !/^look (files|tickets|\.mcp\.json)$/.test(line));
  expect(own).toEqual([
    'approve notes',
    'look notes',
    'plan nearest',
    'apply nearest',
    'look notes',
    'prove notes',
    'save fixed notes: The command "npxx" does not exist',
    'export own',
  ]);
});

test('a change that does not help is put back, and the next one is tried', async () => {
  const world = createWorld({servers: WORLD.map((server) => ({...server, mendedBy: null}))});
  const wizard = openWizard(world);
  await wizard.press();
  await wizard.see('A comma too many');
  await wizard.press(...'.mcp.json', enter);
  await wizard.see('"Settings", and stops there');
  await wizard.press(enter, enter, enter, enter);
  await wizard.see('line 12');
  await wizard.press('y');
  await wizard.see('No, it fails as before.');
  await wizard.press(enter);
  await wizard.see('byte for byte');
  await wizard.see('(tried, and put back)');
  expect(world.changed.size).toBe(0);
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('a secret is asked for, drawn as dots, and reaches the plan alone', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await wizard.see('The server wants a token');
  await wizard.press(...'tickets', enter);
  await wizard.see('"Access", and stops there');
  await wizard.press(enter, enter, enter, enter);
  await wizard.see('the token of tickets');
  await wizard.press(...'Bearer sesame', enter);
  await wizard.see('Leave out "Bearer"');
  await wizard.press(...Array.from({length: 13}, () => KEYS.backspace));
  await wizard.press('\u001b[200~', 'sesame-', 'open\r', '\u001b[201~');
  await wizard.see('•••••••••••');
  await wizard.see('11 letters, and the right shape');
  expect(wizard.raw()).not.toContain('sesame-open');
  await wizard.press(enter);
  await wizard.see('Press y to write it');
  expect(world.log).toContain('plan set-token with a value');
  await wizard.press(esc);
  await wizard.see('the token of tickets');
  expect(world.changed.size).toBe(0);
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('a pasted error, in pieces and of several lines, is kept word for word and explained', async () => {
  const world = createWorld({
    matches: [
      {
        id: 'command-not-found',
        class: 'config',
        title: 'The command does not exist',
        confidence: 'certain',
        matched: 'ENOENT',
        waitingHelps: false,
        fixes: ['Correct the spelling'],
      },
    ],
  });
  const wizard = openWizard(world);
  await wizard.see('Paste an error message');
  await wizard.press(KEYS.up, KEYS.end, KEYS.up, KEYS.up, KEYS.up, enter);
  await wizard.see('What did you see?');
  await wizard.press(
    '\u001b[200~',
    'Error: spawn npxx ENO',
    'ENT\r',
    '\u001b[31m',
    '    at y (node:internal)\rq',
    '\u001b[201~',
  );
  await wizard.see('at y (node:internal)');
  await wizard.see(/^ {3}q▏/m);
  await wizard.press(enter);
  await wizard.see('The command does not exist');
  await wizard.press(enter);
  await wizard.see('Which server gave you this error?');
  await wizard.press(...'tickets', enter);
  await wizard.see('"Access", and stops there');
  await wizard.press(enter);
  await wizard.see('Error: spawn npxx ENOENT');
  await wizard.see('you pasted it');
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test.each(['tickets', 'notes', 'files', '天気 weather'])(
  'a pasted error puts the cursor on the server that it names: %s',
  async (name) => {
    const wizard = openWizard(createWorld());
    await wizard.see('Paste an error message');
    await wizard.press(KEYS.up, KEYS.end, KEYS.up, KEYS.up, KEYS.up, enter);
    await wizard.see('What did you see?');
    // Neither of the first two words is the name of a server.
    await wizard.press(...`ticketsystem my-notes: server "${name}": it is down`, enter);
    await wizard.see('Enter find the server');
    await wizard.press(enter);
    await wizard.see(new RegExp(`Which server gave you this error\\?[^›]*› . ${name} `));
  },
);

test('a typed command becomes a row of the list, and is asked about like any other', async () => {
  const typed = serverNamed('notes');
  const row = {...typed.row, key: 'ad-hoc\0' + '1', name: 'mine', client: 'ad-hoc', clientName: 'Any client'};
  const world = createWorld({typed: {...typed, row: {...row, scope: 'typed here', file: 'typed here'}}});
  const wizard = openWizard(world);
  await wizard.see('Paste an error message');
  await wizard.press(KEYS.up, KEYS.end, KEYS.up, KEYS.up, enter);
  await wizard.see('Type or paste the address');
  await wizard.press(...'npx mine', enter);
  await wizard.see('no file: you typed it here');
  expect(world.log).toContain('typed npx mine');
  expect(world.log).not.toContain('look mine');
  await wizard.press(esc);
  await wizard.see('Any client · typed here');
  await wizard.press(...'mine', enter);
  await wizard.see('no file: you typed it here');
  await wizard.press('y');
  await wizard.see('It comes as far as "Find program"');
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('a text that means no server is refused with a reason, and stands there still', async () => {
  const wizard = openWizard(createWorld());
  await wizard.see('Paste an error message');
  await wizard.press(KEYS.up, KEYS.end, KEYS.up, KEYS.up, enter);
  await wizard.see('Type or paste the address');
  await wizard.press(...'A=1', enter);
  await wizard.see('There is no program to start in A=1');
  await wizard.see('› A=1▏');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});
