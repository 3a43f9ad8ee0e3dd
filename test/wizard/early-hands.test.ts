import {expect, test} from 'vitest';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld, type World} from './world.ts';

const {enter, ctrlC, backspace, escape: esc} = KEYS;

/** A world whose files are read only when it is told so. */
const slowWorld = (): {readonly world: World; readonly listed: () => void} => {
  const world = createWorld();
  let listed: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    listed = resolve;
  });
  const {list} = world.ports;
  return {world: {...world, ports: {...world.ports, list: () => gate.then(list)}}, listed: () => listed()};
};

test('what is typed while the files are read stands in the filter', async () => {
  const {world, listed} = slowWorld();
  const wizard = openWizard(world);
  await wizard.see('I read the settings files');
  await wizard.press(...'notez', backspace, 's');
  expect(wizard.lines().join('\n')).toContain('I read the settings files');
  listed();
  await wizard.see('Filter: notes');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('letters that are keys elsewhere are letters', async () => {
  const {world, listed} = slowWorld();
  const wizard = openWizard(world);
  await wizard.see('I read the settings files');
  await wizard.press(...'e?');
  listed();
  await wizard.see('Filter: e?');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('Enter opens the one that was typed; a y behind it is no yes to a question that nobody saw', async () => {
  const {world, listed} = slowWorld();
  const wizard = openWizard(world);
  await wizard.see('I read the settings files');
  await wizard.press(...'notes', enter, 'y');
  listed();
  await wizard.see('May I start this?');
  expect(world.log).not.toContain('look notes');
  expect(world.approved.has('claude-code notes')).toBe(false);
  await wizard.press(esc);
  await wizard.see('Which server?');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('Enter that was pressed while the terminal still collected whole lines is Enter', async () => {
  const {world, listed} = slowWorld();
  const wizard = openWizard(world);
  await wizard.see('I read the settings files');
  await wizard.press(...'notes', '\n');
  listed();
  await wizard.see('May I start this?');
  await wizard.press('\n');
  await wizard.see('Which server?');
  expect(world.log).not.toContain('look notes');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('an error that is pasted too early is understood as one', async () => {
  const {world, listed} = slowWorld();
  const wizard = openWizard(world);
  await wizard.see('I read the settings files');
  await wizard.press('\u001b[200~Error: spawn npxx ENOENT\r    at y\u001b[201~');
  listed();
  await wizard.see('I do not know these words');
  await wizard.press(ctrlC);
  expect(await wizard.code).toBe(130);
});

test('Esc and Ctrl-C leave at once', async () => {
  for (const [key, code] of [
    [esc, 0],
    [ctrlC, 130],
  ] as const) {
    const wizard = openWizard(slowWorld().world);
    await wizard.see('I read the settings files');
    await wizard.press('x', key);
    expect(await wizard.code).toBe(code);
  }
});
