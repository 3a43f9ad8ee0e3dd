import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import type {Ports} from '../../src/repair/ports.ts';
import {sections} from '../helpers/healthy.ts';
import {KEYS, type Opened, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';
import {WORLD} from './world-servers.ts';

const {enter, escape: esc, down} = KEYS;

/** The ladder of the server that wants a token. */
const openTickets = async (wizard: Opened): Promise<void> => {
  await wizard.see('The server wants a token');
  await wizard.press(...'tickets', enter);
  await wizard.see('"Access", and stops there');
};

/** From the ladder of "notes" to the verdict of the change that mends it. */
const repairNotes = async (wizard: Opened): Promise<void> => {
  await wizard.see('Which server?');
  await wizard.press(...'notes');
  await wizard.see('npxx -y @example/notes');
  await wizard.press(enter);
  await wizard.see('It runs with');
  await wizard.press('y');
  await wizard.see('It comes as far as "Find program"');
  await wizard.press(enter, enter, enter);
  await wizard.see('1. Write the full path of npx');
  await wizard.press(down, enter);
  await wizard.see('+       "command": "npx"');
  await wizard.press('y');
  await wizard.see('Yes, it works.');
};

test('r shows what to paste elsewhere, proved by running it; c alone puts it on the clipboard', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await openTickets(wizard);
  await wizard.press('r');
  await wizard.see('Proved: I ran it. It shows the same: the answer is HTTP 401.');
  await wizard.see('curl -sS https://tickets.example/mcp');
  expect(world.log).toContain('reproduce tickets');
  expect(wizard.raw()).not.toContain('\u001b]52;');
  await wizard.press('c');
  await wizard.see('It is on the clipboard.');
  const copied = Buffer.from('curl -sS https://tickets.example/mcp').toString('base64');
  expect(wizard.raw()).toContain(`\u001b]52;c;${copied}\u0007`);
  await wizard.press(esc);
  await wizard.see('"Access", and stops there');
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('a asks as which client, and that is a server of its own with its own yes', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await openTickets(wizard);
  await wizard.press('a');
  await wizard.see('Does the same entry work elsewhere?');
  await wizard.press(enter);
  await wizard.see('May I call this?');
  expect(world.log).toContain('act as cursor');
  expect(world.log.filter((line) => line === 'approve tickets')).toEqual([]);
  await wizard.press('y');
  await wizard.see('"Access", and stops there');
  expect(world.log.filter((line) => line === 'approve tickets')).toHaveLength(1);
  await wizard.press(esc);
  await wizard.see("Cursor (from Claude Code's file)");
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});

/** A world in which the written value goes when the test says so. */
const losing = () => {
  const NOTE = 'Claude Code seems to be running. Quit it first.';
  let lose: () => void = () => undefined;
  let isStopped = false;
  const gone = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const watch: Ports['watch'] = (_key, _receipt, signal) =>
    new Promise((resolve) => {
      void gone.then(() => resolve(NOTE));
      signal.addEventListener('abort', () => {
        isStopped = true;
        resolve(null);
      });
    });
  return {watch, lose: () => lose(), isStopped: () => isStopped};
};

test('a running client that puts the old value back is told while the verdict is read', async () => {
  const {watch, lose} = losing();
  const wizard = openWizard(createWorld({watch}));
  await repairNotes(wizard);
  lose();
  await wizard.see('I cannot tell.');
  await wizard.see('Quit it first.');
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});

test('and while the record is written, which then claims no fix', async () => {
  const {watch, lose} = losing();
  const world = createWorld({watch});
  const wizard = openWizard(world);
  await repairNotes(wizard);
  await wizard.press(enter);
  await wizard.see('Write it down');
  lose();
  await wizard.see('Quit it first.');
  await wizard.press(enter);
  await wizard.see('Record');
  expect(world.log.at(-1)).toMatch(/^save kept /);
  await wizard.see('Quit it first.');
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('nothing is watched any more when the change is put back', async () => {
  const {watch, isStopped} = losing();
  const wizard = openWizard(createWorld({watch}));
  await repairNotes(wizard);
  expect(isStopped()).toBe(false);
  await wizard.press('b');
  await wizard.see('byte for byte');
  expect(isStopped()).toBe(true);
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('whoever sees it differently is believed by the record, and by the screen', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await openTickets(wizard);
  await wizard.press(enter, enter, 'd');
  await wizard.see('What is it, then?');
  await wizard.press(enter);
  await wizard.see('the record will say that you see it so');
  await wizard.see(/You say +Settings/);
  await wizard.press('q');
  expect(await wizard.code).toBe(0);
});

test('a secret can stay out of the file: what is written instead, and how it gets its value', async () => {
  const world = createWorld();
  const wizard = openWizard(world);
  await openTickets(wizard);
  await wizard.press(enter, enter, enter, enter);
  await wizard.see('the token of tickets');
  await wizard.see('press Ctrl-O to write ${TICKETS_TOKEN}');
  await wizard.press('\u000f');
  await wizard.see('Press y to write it');
  await wizard.see('export TICKETS_TOKEN=');
  expect(world.log).toContain('plan set-token with a value');
  await wizard.press('y');
  await wizard.see('Yes, it works.');
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});

test('a secret that is typed for a file that git tracks is not taken', async () => {
  const servers = WORLD.map((server) =>
    server.row.name === 'tickets' && 'entry' in server.evidence
      ? {
          ...server,
          evidence: {
            ...server.evidence,
            entry: {...sections.entry, file: server.row.file, at: ['mcpServers', 'tickets'], isTracked: true},
          },
        }
      : server,
  );
  const world = createWorld({servers});
  const wizard = openWizard(world);
  await openTickets(wizard);
  await wizard.press(enter, enter, enter, enter);
  await wizard.see('Git tracks this file.');
  await wizard.press(...'sesame-open', enter);
  await wizard.see('Git tracks /home/ada/.claude.json');
  expect(world.log.filter((line) => line.startsWith('plan'))).toEqual([]);
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});
