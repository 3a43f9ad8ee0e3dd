import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {realHost} from '../stdio/world.ts';

class Child extends EventEmitter {
  pid: number | undefined = 70;
  unrefs = 0;
  readonly stdin = counted();
  readonly stdout = counted();
  readonly stderr = counted();
  unref(): void {
    this.unrefs += 1;
  }
}

/** A stream that knows how often it was let go, and what was written to it. */
const counted = () => {
  const stream = new PassThrough();
  return Object.assign(stream, {
    unrefs: 0,
    unref() {
      this.unrefs += 1;
    },
    said: () => String(stream.read() ?? ''),
  });
};

const spawned = vi.hoisted(() => ({calls: [] as unknown[][], children: [] as unknown[], throws: null as unknown}));
vi.mock('node:child_process', () => ({
  spawn: (...args: unknown[]) => {
    if (spawned.throws !== null && args[0] !== process.execPath) throw spawned.throws;
    spawned.calls.push(args);
    return spawned.children.shift();
  },
}));

const load = () => import('../../../src/probes/process/index.ts');
let supervisor = new Child();
beforeEach(() => {
  vi.resetModules();
  supervisor = new Child();
  Object.assign(spawned, {calls: [], children: [], throws: null});
});
afterEach(() => {
  vi.useRealTimers();
});

const env = {
  PATH: '/bin',
  Path: '/other',
  SystemRoot: 'C:\\',
  WINDIR: 'C:\\W',
  HOME: '/root',
  MYPATH: '/x',
  PATHS: '/y',
};
const host = realHost({env, node: {path: '/node', version: '20.0.0'}});
const withTerminal = {...host, terminal: {...host.terminal, stdin: true}};

describe('the supervisor', () => {
  test('is started once, in a session of its own, with nothing of the environment but where programs are', async () => {
    const {startProcess, supervisorPid, RUN} = await load();
    const {SUPERVISOR} = await import('../../../src/probes/process/supervisor-script.ts');
    expect(supervisorPid()).toBeNull();
    spawned.children = [supervisor, Object.assign(new Child(), {pid: 81}), Object.assign(new Child(), {pid: 82})];
    const shot = {host, command: 'a', args: ['b'], cwd: '/c', env: {D: 'e'}};
    const [one, two] = [startProcess(shot), startProcess(shot)];
    // Before the first program: what was started ahead of it would outlive us, were we killed in between.
    expect(spawned.calls[0]).toEqual([
      '/node',
      ['-e', SUPERVISOR, RUN, 'none'],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        detached: true,
        windowsHide: true,
        cwd: '/',
        env: {PATH: '/bin', Path: '/other', SystemRoot: 'C:\\', WINDIR: 'C:\\W'},
      },
    ]);
    expect(spawned.calls).toHaveLength(3);
    expect(supervisorPid()).toBe(70);
    expect([supervisor.unrefs, supervisor.stdin.unrefs, supervisor.stdout.unrefs]).toEqual([1, 1, 1]);
    expect(supervisor.stdin.said()).toBe('+81\n+82\n');
    one.release();
    two.release();
    expect(supervisor.stdin.said()).toBe('-81\n-82\n');
    // Without it all goes on.
    expect(() => supervisor.emit('error', new Error('ENOENT'))).not.toThrow();
    expect(() => supervisor.stdin.emit('error', new Error('EPIPE'))).not.toThrow();
  });

  test('gets the terminal where there is one, and no folder on Windows', async () => {
    const {guardTerminal} = await load();
    spawned.children = [supervisor];
    const guarding = guardTerminal(withTerminal);
    supervisor.stdout.write('guarded\n');
    const letGo = await guarding;
    expect(spawned.calls[0]).toMatchObject([
      '/node',
      ['-e', expect.any(String), expect.any(String), 'tty'],
      {stdio: ['pipe', 'pipe', 'ignore', 0], cwd: '/'},
    ]);
    expect(supervisor.stdin.said()).toBe('terminal on\n');
    letGo();
    expect(supervisor.stdin.said()).toBe('terminal off\n');
    vi.resetModules();
    const again = await load();
    spawned.children = [Object.assign(new Child(), {stdout: null})];
    await again.guardTerminal({...withTerminal, platform: 'win32'}, 1);
    expect(spawned.calls[1]).toMatchObject([
      '/node',
      ['-e', expect.any(String), expect.any(String), 'none'],
      {stdio: ['pipe', 'pipe', 'ignore'], cwd: undefined},
    ]);
  });

  test('is waited for a second and a half, or until it has gone', async () => {
    vi.useFakeTimers();
    const {guardTerminal} = await load();
    spawned.children = [supervisor];
    let isSaved = false;
    void guardTerminal(host).then(() => {
      isSaved = true;
    });
    await vi.advanceTimersByTimeAsync(1490);
    expect(isSaved).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(isSaved).toBe(true);
    const guarding = guardTerminal(host, 1e9);
    supervisor.emit('exit', 0);
    await guarding;
    expect(vi.getTimerCount()).toBe(0);
    const third = guardTerminal(host, 1e9);
    supervisor.stdout.write('guarded\n');
    await third;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a program', () => {
  const shot = {host, command: 'a', args: ['b', 'c'], cwd: '/c', env: {D: 'e'}};

  test('is started in a group of its own with what it is given and its mark', async () => {
    const {startProcess, MARKER} = await load();
    spawned.children = [supervisor, new Child(), new Child()];
    const {mark} = startProcess(shot);
    const options = {
      cwd: '/c',
      env: {D: 'e', [MARKER]: mark},
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      windowsHide: true,
      windowsVerbatimArguments: false,
    };
    expect(spawned.calls[1]).toEqual(['a', ['b', 'c'], options]);
    const windows = startProcess({...shot, host: {...host, platform: 'win32'}, command: 'a.cmd'});
    expect(spawned.calls[2]).toMatchObject([
      'cmd.exe',
      ['/d', '/s', '/c', expect.stringContaining('a.cmd')],
      {...options, env: {D: 'e', [MARKER]: windows.mark}, detached: false, windowsVerbatimArguments: true},
    ]);
  });

  test('is heard, told when it first spoke, and let go of', async () => {
    const {startProcess} = await load();
    const child = new Child();
    spawned.children = [supervisor, child];
    let now = 100;
    const heard: string[] = [];
    const clocked = {...shot, host: {...host, now: () => now}, onStdout: (part: Buffer) => heard.push(String(part))};
    const running = startProcess(clocked);
    expect([running.startedAt, running.firstOutputMs(), running.exit()]).toEqual([100, null, null]);
    now = 107;
    child.stderr.emit('data', Buffer.from('err'));
    expect(running.firstOutputMs()).toBeNull();
    child.stdout.emit('data', Buffer.from('one'));
    now = 120;
    child.stdout.emit('data', Buffer.from('two'));
    expect(running.firstOutputMs()).toBe(7);
    expect(heard).toEqual(['one', 'two']);
    expect([running.stdout.text(), running.stderr.text()]).toEqual(['onetwo', 'err']);
    for (const stream of [child.stdin, child.stdout, child.stderr])
      expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow();
    child.emit('exit', 3, null);
    expect(running.exit()).toEqual({code: 3, signal: null, atMs: 20});
    expect(await running.exited).toEqual({code: 3, signal: null, atMs: 20});
    running.release();
    expect([child.stdin.destroyed, child.stdout.destroyed, child.stderr.destroyed]).toEqual([true, true, true]);
    running.write('late');
    running.endInput();
  });

  test('is drained when its pipes are closed, or 200 ms after its end', async () => {
    vi.useFakeTimers();
    const {startProcess} = await load();
    const [child, held] = [new Child(), new Child()];
    spawned.children = [supervisor, child, held];
    let drained = 0;
    const [one, two] = [startProcess(shot), startProcess(shot)];
    for (const {drained: done} of [one, two])
      void done.then(() => {
        drained += 1;
      });
    child.emit('exit', 0, null);
    held.emit('exit', null, 'SIGTERM');
    await vi.advanceTimersByTimeAsync(0);
    expect(drained).toBe(0);
    child.emit('close');
    await vi.advanceTimersByTimeAsync(190);
    expect(drained).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(drained).toBe(2);
    expect(two.exit()).toMatchObject({code: null, signal: 'SIGTERM'});
  });

  test('that cannot be started says why, at once or later', async () => {
    const {startProcess} = await load();
    const child = new Child();
    child.pid = undefined;
    spawned.children = [supervisor, child];
    const later = startProcess(shot);
    child.emit('error', Object.assign(new Error('no'), {code: 'EAGAIN', syscall: 'spawn'}));
    expect(await later.spawned).toEqual({code: 'EAGAIN', message: 'no', syscall: 'spawn'});
    expect(later.pid).toBeNull();
    expect(spawned.calls).toHaveLength(2);
    later.release();
    for (const [thrown, told] of [
      [Object.assign(new Error('long'), {code: 'E2BIG', syscall: 'spawn'}), ['E2BIG', 'long', 'spawn']],
      [Object.assign(new Error('odd'), {code: 7, syscall: {}}), ['UNKNOWN', 'odd', null]],
      [new Error('plain'), ['UNKNOWN', 'plain', null]],
      ['a word', ['UNKNOWN', 'a word', null]],
    ] as const) {
      spawned.throws = thrown;
      const running = startProcess({...shot, host: {...host, now: () => 5}});
      const [code, message, syscall] = told;
      expect(await running.spawned).toEqual({code, message, syscall});
      expect([running.pid, running.exit(), running.firstOutputMs(), running.startedAt]).toEqual([null, null, null, 5]);
      expect([running.write('x'), running.endInput(), running.release()]).toEqual([undefined, undefined, undefined]);
      expect([running.stdout.text(), running.mark.length > 3]).toEqual(['', true]);
    }
  });
});

test('on Windows a tree is ended by taskkill, with force only at last, and without it nothing happens', async () => {
  const {endTree} = await import('../../../src/probes/process/signal.ts');
  const killer = new Child();
  spawned.children = [killer, new Child()];
  endTree({platform: 'win32'}, 5, 'SIGTERM');
  endTree({platform: 'win32'}, 5, 'SIGKILL');
  expect(spawned.calls).toEqual([
    ['taskkill', ['/PID', '5', '/T'], {stdio: 'ignore', windowsHide: true}],
    ['taskkill', ['/PID', '5', '/T', '/F'], {stdio: 'ignore', windowsHide: true}],
  ]);
  expect(killer.unrefs).toBe(1);
  expect(() => killer.emit('error', new Error('ENOENT'))).not.toThrow();
});
