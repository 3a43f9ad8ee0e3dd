import fs from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken, until} from './journey.ts';

const {enter, ctrlC} = KEYS;
const CTRL_Z = '\u001a';
/** Not the program: that wipes the scrollback, which is looked for here. */
const CLEAR = "printf '\\033[H\\033[2J'";

/** A shell that does job control, as a person's own; its prompt tells that it listens. */
const belowShell = (world: TempHome): Journey => {
  const env = {PS1: 'ready> ', ENV: '', PROGRAM: BIN, NODE: process.execPath};
  const journey = openJourney(world, {argv: ['/bin/sh', '-i'], env, columns: 200});
  // A shell of a person does not end by SIGTERM.
  onTestFinished(() => journey.kill('SIGKILL'));
  return journey;
};

const isLast = (raw: string, one: string, other: string): boolean => raw.lastIndexOf(one) > raw.lastIndexOf(other);

/** What the terminal has to be like while a shell reads from it. */
const isGivenBack = (raw: string): boolean =>
  isLast(raw, '\u001b[?25h', '\u001b[?25l') && isLast(raw, '\u001b[?2004l', '\u001b[?2004h');

const modes = async (journey: Journey, tag: string): Promise<string> => {
  journey.type(`${CLEAR}; stty -g | sed 's/^/${tag}=/'; echo ${tag}'-end'\r`);
  const screen = await journey.waitFor(`${tag}-end`);
  return new RegExp(`^${tag}=(.*)$`, 'm').exec(screen)?.[1] ?? 'none';
};

/** The only child of the shell is the program. */
const programBelow = ({pid}: Journey): number =>
  Number(fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

/** The shell cleared the screen, where it had said that we are stopped, and we have drawn on it since. */
const cameBack = (journey: Journey, words: string): Promise<void> =>
  until(() => !journey.screen().includes('Stopped') && journey.screen().includes(words), `${words} is drawn again`);

const start = async (journey: Journey): Promise<void> => {
  await journey.waitFor('ready>');
  journey.type('"$NODE" "$PROGRAM"\r');
};

test.skipIf(process.platform === 'win32')(
  'five times Ctrl-Z and fg: the shell gets its terminal, the screen comes back with what was typed',
  async () => {
    const world = tempHome();
    twoBroken(world);
    const journey = belowShell(world);
    await journey.waitFor('ready>');
    const before = await modes(journey, 'before');
    expect(before).toMatch(/^[\da-f:]+$/);
    await start(journey);
    await journey.waitFor('2 servers');
    for (let round = 1; round <= 5; round += 1) {
      journey.type('every'.slice(round - 1, round));
      await journey.waitFor(`Filter: ${'every'.slice(0, round)}`);
      journey.press(CTRL_Z);
      await journey.waitFor(/Stopped[\s\S]*ready>/);
      await until(() => isGivenBack(journey.raw()), 'the cursor is shown, and pastes are not marked');
      expect(await modes(journey, `in${round}`)).toBe(before);
      journey.type(`${CLEAR}; fg\r`);
      await cameBack(journey, `Filter: ${'every'.slice(0, round)}`);
      await until(() => isLast(journey.raw(), '\u001b[?2004h', '\u001b[?2004l'), 'pastes are marked again');
    }
    await journey.when(/› . everything/, enter);
    await journey.when('May I start this?', ctrlC);
    await journey.waitFor('ready>');
    expect(await modes(journey, 'after')).toBe(before);
    expect(journey.scrollbackWiped()).toBe(false);
    journey.type('exit\r');
    await journey.exited;
  },
);

test.skipIf(process.platform !== 'linux')(
  'asked from outside to stop: the terminal is given back all the same',
  async () => {
    const world = tempHome();
    twoBroken(world);
    const journey = belowShell(world);
    await journey.waitFor('ready>');
    const before = await modes(journey, 'before');
    for (const signal of ['SIGTSTP', 'SIGSTOP'] as const) {
      await start(journey);
      await journey.waitFor('2 servers');
      process.kill(programBelow(journey), signal);
      await journey.waitFor(/Stopped/);
      if (signal === 'SIGTSTP') {
        await until(() => isGivenBack(journey.raw()), 'the cursor is shown');
        expect(await modes(journey, 'stopped')).toBe(before);
      }
      // A shell that found the terminal raw hears no carriage return.
      journey.type(`\n${CLEAR}; fg\n`);
      await cameBack(journey, 'Esc quit');
      journey.type('weather');
      await journey.waitFor('Filter: weather');
      journey.press(ctrlC);
      await journey.waitFor(/Stopped[\s\S]*ready>/);
      expect(await modes(journey, `after${signal}`)).toBe(before);
    }
    journey.type('exit\r');
    await journey.exited;
  },
);

test.skipIf(process.platform === 'win32')(
  'with no shell above, Ctrl-Z stops nothing, and the screen stays',
  async () => {
    const world = tempHome();
    twoBroken(world);
    const journey = openJourney(world);
    await journey.waitFor('2 servers');
    const drawn = journey.raw().length;
    journey.press(CTRL_Z);
    await until(() => journey.raw().slice(drawn).includes('2 servers'), 'it is drawn anew');
    journey.type('weather');
    await journey.when('Filter: weather', ctrlC);
    expect((await journey.exited).code).toBe(130);
  },
);

test.skipIf(process.platform === 'win32')('onboarding is stopped and taken up like the wizard', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {args: ['onboard']});
  await journey.waitFor('weather');
  await journey.waitFor('Enter begin');
  const drawn = journey.raw().length;
  journey.press(CTRL_Z);
  await until(() => journey.raw().slice(drawn).includes('weather'), 'it is drawn anew');
  await until(() => isLast(journey.raw(), '\u001b[?2004h', '\u001b[?2004l'), 'pastes are marked again');
  journey.press('?');
  await journey.when('stop everything and leave', ctrlC);
  expect((await journey.exited).code).toBe(130);
  expect(isGivenBack(journey.raw())).toBe(true);
});
