import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {SUPERVISOR} from '../../../src/probes/process/supervisor-script.ts';

const IDLE = 'setInterval(() => {}, 1000);';
const DEAF = `process.on('SIGTERM', () => {}); ${IDLE}`;
const MARK = `mark-of-this-test-${process.pid}`;
const isLinux = process.platform === 'linux';

const started: ChildProcess[] = [];
let supervisor: ChildProcess;
beforeEach(() => {
  supervisor = spawn(process.execPath, ['-e', SUPERVISOR, MARK, 'none'], {stdio: ['pipe', 'pipe', 'inherit']});
});
afterEach(() => {
  for (const child of [supervisor, ...started.splice(0)]) child.kill('SIGKILL');
});

/** A program that says when it is up, in a group of its own. */
const start = async (script: string, own: Record<string, string> = {}): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', `${script} process.stdout.write('up')`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {PATH: process.env['PATH'], ...own},
  });
  started.push(child);
  await once(child.stdout ?? child, 'data');
  return child;
};
const say = (words: string): boolean | undefined => supervisor.stdin?.write(words);
/** How it ended, once the supervisor has ended too. */
const afterItsEnd = async (): Promise<number> => {
  const from = performance.now();
  const gone = supervisor.exitCode === null ? once(supervisor, 'exit') : null;
  supervisor.stdin?.end();
  await gone;
  expect(supervisor.exitCode).toBe(0);
  return performance.now() - from;
};
const signalOf = async (child: ChildProcess): Promise<string | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
};
const isUp = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

test('with nothing to do it ends at once', async () => {
  expect(await afterItsEnd()).toBeLessThan(1000);
});

test('ends the groups that it was told, and no other', async () => {
  const [told, other] = [await start(IDLE), await start(IDLE)];
  say(`+${told.pid}\n`);
  await afterItsEnd();
  expect(await signalOf(told)).toBe('SIGTERM');
  expect(isUp(other)).toBe(true);
});

test('takes words that come in pieces, and several at once', async () => {
  const [one, two, three] = [await start(IDLE), await start(IDLE), await start(IDLE)];
  say(`+${one.pid}\n+${String(two.pid).slice(0, 2)}`);
  say(`${String(two.pid).slice(2)}\n+${three.pid}\n-${three.pid}\n`);
  await afterItsEnd();
  expect([await signalOf(one), await signalOf(two)]).toEqual(['SIGTERM', 'SIGTERM']);
  expect(isUp(three)).toBe(true);
});

test('waits for who ends slowly, and kills only who is left after 1.2 seconds', async () => {
  const slow = await start(`process.on('SIGTERM', () => setTimeout(() => process.exit(7), 500)); ${IDLE}`);
  const deaf = await start(DEAF);
  say(`+${slow.pid}\n+${deaf.pid}\n`);
  const ms = await afterItsEnd();
  expect(slow.exitCode).toBe(7);
  expect(await signalOf(deaf)).toBe('SIGKILL');
  expect(ms).toBeGreaterThan(1000);
});

test('a stopped group takes its signal too', async () => {
  const stopped = await start(`process.on('SIGTERM', () => process.exit(9)); ${IDLE}`);
  stopped.kill('SIGSTOP');
  say(`+${stopped.pid}\n`);
  await afterItsEnd();
  expect(stopped.exitCode).toBe(9);
});

test.runIf(isLinux)('finds who carries the mark outside of every group, deaf or stopped', async () => {
  const marked = await start(IDLE, {MCP_FIX_RUN: `${MARK}.1.`});
  const deaf = await start(DEAF, {MCP_FIX_RUN: `${MARK}.2.`});
  const stopped = await start(`process.on('SIGTERM', () => process.exit(9)); ${IDLE}`, {MCP_FIX_RUN: MARK});
  stopped.kill('SIGSTOP');
  const others = [await start(IDLE, {MCP_FIX_RUN: 'another'}), await start(IDLE, {OTHER: MARK})];
  await afterItsEnd();
  expect(await signalOf(marked)).toBe('SIGTERM');
  expect(await signalOf(deaf)).toBe('SIGKILL');
  expect(stopped.exitCode).toBe(9);
  expect(others.map(isUp)).toEqual([true, true]);
});

test('no signal ends it before its input does', async () => {
  const child = await start(IDLE);
  say(`+${child.pid}\nterminal on\n`);
  // Its answer: from here on it listens.
  await once(supervisor.stdout ?? supervisor, 'data');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) supervisor.kill(signal);
  say('terminal on\n');
  await once(supervisor.stdout ?? supervisor, 'data');
  expect(supervisor.exitCode).toBeNull();
  expect(supervisor.signalCode).toBeNull();
  expect(isUp(child)).toBe(true);
  await afterItsEnd();
  expect(await signalOf(child)).toBe('SIGTERM');
});

test('says when it guards the terminal, and nothing else', async () => {
  let said = '';
  supervisor.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  say('terminal off\nterminal on\nodd\n\nterminal off\n');
  await afterItsEnd();
  expect(said).toBe('guarded\n');
});

test('numbers of groups that are gone are no trouble', async () => {
  const gone = await start('');
  await signalOf(gone);
  say(`+${gone.pid}\n`);
  expect(await afterItsEnd()).toBeLessThan(1000);
});
