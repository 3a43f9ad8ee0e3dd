import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {runProgram} from '../helpers/run-program.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken, until} from './journey.ts';

const {enter, escape: esc, ctrlC, up} = KEYS;

test.each([
  ['Enter', enter],
  ['Esc', esc],
  ['n', 'n'],
  ['a letter that means nothing', 'x'],
] as const)('%s at the question is no yes: nothing starts', async (_name, key) => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await journey.when(/› . weather/, enter);
  await journey.when('This came with the project folder', key);
  if (key === 'x') journey.press(esc);
  await journey.waitFor('2 servers: 2 not looked at yet.');
  journey.press(esc);
  expect((await journey.exited).code).toBe(0);
  expect(fs.existsSync(path.join(world.project, 'started.txt'))).toBe(false);
});

/** A server that tells its number and its child's, ignores what it is asked, and does not end by itself. */
const SILENT = `
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
writeFileSync(process.argv[2], process.pid + ' ' + child.pid);
process.stdin.resume();
setInterval(() => {}, 1000);
`;

const silentServer = (world: TempHome): string => {
  const pids = path.join(world.dir, 'pids');
  const server = world.write('silent.mjs', SILENT);
  world.write('home/.claude.json', {mcpServers: {silent: {command: process.execPath, args: [server, pids]}}});
  return pids;
};

/** The program below a shell that compares the terminal's modes before and after. */
const belowShell = (world: TempHome): Journey => {
  const script = [
    'before=$(stty -g)',
    `"${process.execPath}" "${BIN}"`,
    'echo "code $?"',
    'until [ "$(stty -g)" = "$before" ]; do sleep 0.05; done',
    'echo "modes are back"',
  ].join('\n');
  return openJourney(world, {argv: ['/bin/sh', '-c', script]});
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A child that nobody has waited for is dead all the same.
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const started = async (pids: string): Promise<readonly number[]> => {
  await until(() => fs.existsSync(pids) && /^\d+ \d+$/.test(fs.readFileSync(pids, 'utf8')), 'the server has started');
  return fs.readFileSync(pids, 'utf8').split(' ').map(Number);
};

const openSilent = async (journey: Journey): Promise<void> => {
  await journey.when(/› . silent/, enter);
  await journey.when('May I start this?', 'y');
};

test('Ctrl-C while a server is looked at: code 130, the modes are back, no process is left', async () => {
  const world = tempHome();
  const pids = silentServer(world);
  const journey = belowShell(world);
  await openSilent(journey);
  const running = await started(pids);
  journey.press(ctrlC);
  await journey.waitFor('code 130');
  await journey.waitFor('modes are back');
  await until(() => !running.some(isAlive), 'the server and its child have ended');
  expect(journey.raw()).toContain('\u001b[?25h');
});

test.skipIf(process.platform !== 'linux')(
  'killed in raw mode: the terminal is given back, no process is left',
  async () => {
    const world = tempHome();
    const pids = silentServer(world);
    const journey = belowShell(world);
    await openSilent(journey);
    const running = await started(pids);
    const [own] = fs.readFileSync(`/proc/${journey.pid}/task/${journey.pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(own), 'SIGKILL');
    await journey.waitFor('code 137');
    await journey.waitFor('modes are back');
    await until(() => !running.some(isAlive), 'the server and its child have ended');
  },
);

test('a terminal that goes away ends it all', async () => {
  const world = tempHome();
  const pids = silentServer(world);
  const journey = openJourney(world);
  await openSilent(journey);
  const running = await started(pids);
  journey.kill('SIGHUP');
  await journey.exited;
  await until(() => !running.some(isAlive), 'the server and its child have ended');
});

test('Esc stops a look, ends the server, and goes back to the list', async () => {
  const world = tempHome();
  const pids = silentServer(world);
  const journey = openJourney(world);
  await openSilent(journey);
  const running = await started(pids);
  await journey.when('Esc', esc);
  await journey.waitFor(/1 server: 1/);
  await until(() => !running.some(isAlive), 'the server and its child have ended');
  journey.press(ctrlC);
  expect((await journey.exited).code).toBe(130);
});

test('Ctrl-C on the first screen', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await journey.when('2 servers', up, ctrlC);
  expect((await journey.exited).code).toBe(130);
});

test('without a terminal it names the commands for a script, and starts nothing', async () => {
  const world = tempHome();
  twoBroken(world);
  for (const args of [[], ['demo'], ['wizard', 'weather']]) {
    const ran = await runProgram(world, args);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(/^The wizard needs a terminal.*mcp-fix check.*mcp-fix fix SERVER.*mcp-fix list.*\n$/);
  }
  expect(fs.existsSync(path.join(world.project, 'started.txt'))).toBe(false);
});
