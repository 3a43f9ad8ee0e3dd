import {EventEmitter} from 'node:events';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {MARKER, RUN, runCommand} from '../../../src/probes/process/index.ts';
import {realHost} from '../stdio/world.ts';

/** A program that execa would have started: it ends when the test says so. */
const made = vi.hoisted(() => ({calls: [] as unknown[], log: [] as string[], child: null as unknown}));
vi.mock('execa', () => ({
  execa: (...args: readonly unknown[]) => {
    made.calls.push(args);
    return made.child;
  },
}));
vi.mock('../../../src/probes/process/signal.ts', () => ({
  endTree: (_: unknown, pid: number, signal: string) => made.log.push(`end ${pid} ${signal}`),
}));
vi.mock('../../../src/probes/process/supervisor.ts', () => ({
  readySupervisor: () => undefined,
  watchGroup: (_: unknown, pid: number) => made.log.push(`watch ${pid}`),
  forgetGroup: (pid: number) => made.log.push(`forget ${pid}`),
}));

class Child extends EventEmitter {
  readonly pid: number | undefined;
  readonly stdout = new EventEmitter();
  readonly stderr = new EventEmitter();
  finish: (result: {code?: string; exitCode?: number}) => void = () => undefined;
  readonly #result = new Promise((resolve) => {
    this.finish = resolve;
  });
  constructor(pid: number | null = 70) {
    super();
    this.pid = pid ?? undefined;
    made.child = this;
  }
  // biome-ignore lint/suspicious/noThenProperty: execa's own child is awaited too.
  then(...args: Parameters<Promise<unknown>['then']>): unknown {
    return this.#result.then(...args);
  }
}

const host = realHost({env: {PATH: '/bin', A: 'b'}});
const run = (own: Partial<Parameters<typeof runCommand>[0]> = {}) =>
  runCommand({
    host,
    argv: ['npm', 'install', 'x y'],
    cwd: '/work',
    timeoutMs: 5000,
    signal: new AbortController().signal,
    ...own,
  });
/** Until the program is started: execa is loaded late. */
const started = async (): Promise<void> => {
  for (const before = made.calls.length; made.calls.length === before; ) await vi.advanceTimersByTimeAsync(0);
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(made, {calls: [], log: [], child: null});
});

test('the command is started as it is, in the own environment with a mark, and in a group of its own', async () => {
  for (const platform of ['linux', 'win32'] as const) {
    const child = new Child();
    const running = run({host: {...host, platform}});
    await started();
    child.finish({exitCode: 0});
    await running;
    expect(made.calls.at(-1)).toEqual([
      'npm',
      ['install', 'x y'],
      {
        cwd: '/work',
        env: {PATH: '/bin', A: 'b', [MARKER]: expect.stringMatching(new RegExp(`^${RUN}\\.\\d+\\.$`))},
        extendEnv: false,
        stdin: 'ignore',
        buffer: false,
        reject: false,
        detached: platform === 'linux',
        windowsHide: true,
      },
    ]);
  }
  expect(made.log).toEqual(['watch 70', 'forget 70', 'watch 70', 'forget 70']);
  // Nothing is waited for any more.
  expect(vi.getTimerCount()).toBe(0);
});

test('both streams are kept in the order of their coming, up to 200,000 characters', async () => {
  const child = new Child();
  const running = run();
  await started();
  child.stdout.emit('data', Buffer.from('one '));
  child.stderr.emit('data', Buffer.from('two '));
  child.stdout.emit('data', Buffer.from('x'.repeat(199_991)));
  child.stdout.emit('data', Buffer.from('yz'));
  child.stderr.emit('data', Buffer.from('more'));
  child.finish({exitCode: 3});
  const end = await running;
  expect(end).toMatchObject({notStarted: null, exitCode: 3, timedOut: false});
  expect(end.output).toBe(`one two ${'x'.repeat(199_991)}y`);
});

test('time ends it, and says so', async () => {
  const child = new Child();
  const running = run();
  await started();
  await vi.advanceTimersByTimeAsync(4990);
  expect(made.log).toEqual(['watch 70']);
  await vi.advanceTimersByTimeAsync(20);
  expect(made.log).toEqual(['watch 70', 'end 70 SIGKILL']);
  child.finish({});
  expect(await running).toEqual({notStarted: null, exitCode: null, timedOut: true, output: ''});
  expect(made.log.at(-1)).toBe('forget 70');
});

test('the person ends it, also before it began; that is no lack of time', async () => {
  for (const isBefore of [true, false]) {
    made.log = [];
    const stop = new AbortController();
    if (isBefore) stop.abort();
    const child = new Child();
    const running = run({signal: stop.signal});
    await started();
    if (!isBefore) stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(made.log).toEqual(['watch 70', 'end 70 SIGKILL']);
    child.finish({});
    expect(await running).toMatchObject({exitCode: null, timedOut: false});
  }
});

test('once it is over, neither the person nor time ends anything', async () => {
  const stop = new AbortController();
  const child = new Child();
  const running = run({signal: stop.signal});
  await started();
  child.finish({exitCode: 0});
  await running;
  stop.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made.log).toEqual(['watch 70', 'forget 70']);
});

test('a helper that keeps the pipe open after its exit is let go of after two seconds', async () => {
  const child = new Child();
  const running = run();
  await started();
  child.emit('exit', 0);
  await vi.advanceTimersByTimeAsync(1990);
  expect(made.log).toEqual(['watch 70']);
  await vi.advanceTimersByTimeAsync(20);
  expect(made.log).toEqual(['watch 70', 'end 70 SIGKILL']);
  child.finish({exitCode: 0});
  expect(await running).toMatchObject({exitCode: 0, timedOut: false});
  // Nothing is ended once it is over.
  made.log = [];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(made.log).toEqual([]);
});

test('what cannot be started says why, and is neither watched nor ended', async () => {
  for (const [result, why] of [
    [{code: 'ENOENT'}, 'ENOENT'],
    [{}, 'UNKNOWN'],
  ] as const) {
    const child = new Child(null);
    const running = run({signal: AbortSignal.abort(), argv: []});
    await started();
    child.finish(result);
    expect(await running).toMatchObject({notStarted: why, exitCode: null});
    expect(made.calls.at(-1)).toMatchObject(['', [], {}]);
  }
  expect(made.log).toEqual([]);
});
