import {describe, expect, test} from 'vitest';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';

const {enter, escape: esc, down, ctrlC} = KEYS;

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

test('help opens on the first screen too, where letters are typed, and the words from there', async () => {
  const wizard = openWizard(createWorld());
  await wizard.see('The server wants a token');
  await wizard.press('?');
  await wizard.see('stop everything and leave');
  await wizard.press('e');
  await wizard.see('A program or a web address');
  await wizard.press(esc);
  await wizard.see('The server wants a token');
  await wizard.press('o', '?');
  await wizard.see('Filter: o?');
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
