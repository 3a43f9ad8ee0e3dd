import {describe, expect, test} from 'vitest';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';
import {rowOf, WORLD} from './world-servers.ts';

const {enter, escape: esc, tab, down, end, ctrlC} = KEYS;

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
  await wizard.press(KEYS.up, KEYS.end, KEYS.up, enter);
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

describe('the question before anything starts', () => {
  const NO: readonly [string, readonly string[]][] = [
    ['Enter', [enter]],
    ['Esc', [esc]],
    ['n', ['n']],
    ['Y', ['Y', esc]],
    ['a paste of y', ['\u001b[200~', 'y', '\u001b[201~', esc]],
    ['yy at once', ['yy', esc]],
  ];
  test.each(NO)('%s is no', async (_name, keys) => {
    const world = createWorld();
    const wizard = openWizard(world);
    await wizard.press(...'notes', enter);
    await wizard.see('May I start this?');
    await wizard.press(...keys);
    await wizard.see('Which server?');
    expect(world.approved.has('claude-code notes')).toBe(false);
    expect(world.log).not.toContain('look notes');
    wizard.interrupt();
    expect(await wizard.code).toBe(130);
  });

  test('the end of input is no', async () => {
    const world = createWorld();
    const wizard = openWizard(world);
    await wizard.press(...'notes', enter);
    await wizard.see('May I start this?');
    wizard.endInput();
    expect(await wizard.code).toBe(130);
    expect(world.log).not.toContain('look notes');
  });

  test('what hides behind 4,000 spaces can be reached, and y works only at the end of it', async () => {
    const argv = ['node', `a.js${' '.repeat(4000)}; rm -rf /`];
    const world = createWorld({
      servers: [
        {
          ...WORLD[1],
          row: rowOf({name: 'sly'}, {argv}),
          finding: null,
          evidence: {machine: {platform: 'linux', node: '20', home: '/h', nowMs: 0}},
          mendedBy: null,
        },
      ],
    });
    const wizard = openWizard(world);
    await wizard.see('sly');
    await wizard.press(enter);
    await wizard.see('more below');
    await wizard.press('y');
    await wizard.see('Scroll down to its end first');
    expect(world.approved.size).toBe(0);
    await wizard.press(end);
    await wizard.see('; rm -rf /');
    await wizard.press('y');
    await wizard.see('It works.');
    await wizard.press(ctrlC);
    expect(await wizard.code).toBe(130);
  });
});

describe('leaving', () => {
  test('Ctrl-C ends what is running, with 130, and the terminal is as it was', async () => {
    let hung = 0;
    const world = createWorld({
      beforeLook: () => {
        hung += 1;
        return new Promise(() => undefined);
      },
    });
    const wizard = openWizard(world);
    await wizard.see('looking …');
    expect(hung).toBeGreaterThan(0);
    await wizard.press(ctrlC);
    expect(await wizard.code).toBe(130);
    expect(wizard.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(wizard.raw().lastIndexOf('\u001b[?2004h'));
    expect(wizard.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(wizard.raw().lastIndexOf('\u001b[?25l'));
  });

  test('an undecided change is asked about', async () => {
    const world = createWorld();
    const wizard = openWizard(world);
    await wizard.press(...'notes', enter);
    await wizard.see('May I start this?');
    await wizard.press('y');
    await wizard.see('stops there');
    await wizard.press(enter, enter, enter, down, enter);
    await wizard.see('Press y to write it');
    await wizard.press('y');
    await wizard.see('Yes, it works.');
    await wizard.press('q');
    await wizard.see('Before you go');
    await wizard.press('b');
    expect(await wizard.code).toBe(0);
    expect(world.changed.size).toBe(0);
  });

  test('Ctrl-C with a change in place says how to undo it', async () => {
    const world = createWorld();
    const wizard = openWizard(world);
    await wizard.press(...'notes', enter);
    await wizard.see('May I start this?');
    await wizard.press('y');
    await wizard.see('stops there');
    await wizard.press(enter, enter, enter, down, enter);
    await wizard.see('Press y to write it');
    await wizard.press('y');
    await wizard.see('Yes, it works.');
    await wizard.press(ctrlC);
    await wizard.see('mcp-fix undo');
    expect(await wizard.code).toBe(130);
  });
});

test('a terminal that shrinks while the wizard runs is never overfilled, and its scrollback is never wiped', async () => {
  const wizard = openWizard(createWorld(), {columns: 120, rows: 40});
  await wizard.see('The server wants a token');
  for (const [columns, rows] of [
    [80, 12],
    [40, 8],
    [24, 5],
    [20, 30],
    [100, 24],
  ] as const) {
    wizard.resize(columns, rows);
    await wizard.press(down);
    await wizard.see('→');
  }
  expect(wizard.raw()).not.toContain('\u001b[3J');
  expect(wizard.raw()).not.toContain('\u001b[2J');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('a screen reader gets words instead of signs', async () => {
  const wizard = openWizard(createWorld(), {screenReader: true});
  const screen = await wizard.see('broken: tickets');
  expect(screen).toContain('works: files');
  expect(screen).not.toMatch(/[✓✗━─›]/);
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('help and words open over any screen and close again', async () => {
  const wizard = openWizard(createWorld());
  await wizard.see('The server wants a token');
  await wizard.press(...'tickets', enter);
  await wizard.see('stops there');
  await wizard.press('?');
  await wizard.see('look again');
  await wizard.see('stop everything and leave');
  await wizard.press('x');
  await wizard.see('stops there');
  await wizard.press('e');
  await wizard.see('A program or a web address');
  await wizard.press(esc);
  await wizard.see('stops there');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});
