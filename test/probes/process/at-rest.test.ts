import {describe, expect, test} from 'vitest';
import {isAtRest, type RunningProcess, shutDown, startProcess} from '../../../src/probes/process/index.ts';
import {isWaiting} from '../../../src/probes/process/waiting-calls.ts';
import {watchAfterHello} from '../../../src/probes/stdio/watch-after-hello.ts';
import {realHost} from '../stdio/world.ts';

const host = realHost();
/** Elsewhere nothing can be seen, and so nothing is at rest. */
const canSee = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);

const start = (script: string): RunningProcess =>
  startProcess({host, command: process.execPath, args: ['-e', script], cwd: '/', env: host.env});

const isQuiet = (running: RunningProcess, withinMs = 250): boolean =>
  isAtRest(host, running.pid ?? 0, {ageMs: 0, withinMs});

const until = async (what: string, isTrue: () => boolean, ms = 20_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const untilQuiet = async (running: RunningProcess, withinMs?: number): Promise<void> => {
  if (canSee) await until('it is at rest', () => isQuiet(running, withinMs));
  else expect(isQuiet(running, withinMs)).toBe(false);
};

const withProcess = async (script: string, use: (running: RunningProcess) => Promise<void>): Promise<void> => {
  const running = start(script);
  try {
    await until('it is up', () => running.stdout.text().includes('up'));
    await use(running);
  } finally {
    await shutDown(host, running, {graceMs: 1000});
  }
};

/** Holds something that may wake it; lets go of it when it is told anything. */
const holding = (hold: string, letGo: string): string =>
  `const up = () => console.log('up'); ${hold}; process.stdin.on('data', () => { ${letGo} });`;

describe('a program at rest', () => {
  test('waits for its input with nothing else to do', async () => {
    await withProcess(`process.stdin.resume(); console.log('up')`, (running) => untilQuiet(running));
  });

  test('is one whose parent waits for it, as behind npx and sh', async () => {
    const running = startProcess({
      host,
      command: 'sh',
      args: ['-c', `"$0" -e "process.stdin.resume(); console.log('up')"; true`, process.execPath],
      cwd: '/',
      env: host.env,
    });
    await until('it is up', () => running.stdout.text().includes('up'));
    await untilQuiet(running);
    await shutDown(host, running, {graceMs: 1000});
  });

  test.each([
    ['a timer', holding('const held = setInterval(() => {}, 100); up()', 'clearInterval(held)')],
    [
      'a connection',
      holding(
        `const net = require('net'), server = net.createServer(); let held; server.listen(0, '127.0.0.1', () => { held = net.connect(server.address().port, '127.0.0.1', up); })`,
        'held.destroy(); server.close()',
      ),
    ],
    [
      'a server of its own',
      holding(`const held = require('net').createServer().listen(0, '127.0.0.1', up)`, 'held.close()'),
    ],
    [
      'a child that has something to do',
      holding(
        `const held = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 100)'], {stdio: 'ignore'}); held.on('spawn', up)`,
        'held.kill()',
      ),
    ],
    [
      'a thread that waits for a while',
      holding(
        `const held = new (require('worker_threads').Worker)('for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000)', {eval: true}); held.on('online', up)`,
        'held.terminate()',
      ),
    ],
    [
      'an alarm that it listens to',
      holding(`process.on('SIGALRM', () => {}); up()`, `process.removeAllListeners('SIGALRM')`),
    ],
  ])('is none that holds %s, and one when it is gone', async (_what, script) => {
    await withProcess(script, async (running) => {
      for (let look = 0; look < 40; look += 1) {
        expect(isQuiet(running)).toBe(false);
        await new Promise((resolve) => setImmediate(resolve));
      }
      running.write('let go\n');
      await untilQuiet(running);
    });
  });

  test('watches no files', async () => {
    // Node keeps the watch's channel when the watch is gone, so there is no way back here.
    await withProcess(
      `require('fs').watch('/', () => {}); process.stdin.resume(); console.log('up')`,
      async (running) => {
        for (let look = 0; look < 40; look += 1) {
          expect(isQuiet(running)).toBe(false);
          await new Promise((resolve) => setImmediate(resolve));
        }
      },
    );
  });

  test('has no timer within the time that is asked about', async () => {
    await withProcess(
      holding('const held = setTimeout(() => {}, 600000); up()', 'clearTimeout(held)'),
      async (running) => {
        await untilQuiet(running);
        expect(isQuiet(running, 700_000)).toBe(false);
      },
    );
  });

  test('is known on Linux alone', async () => {
    await withProcess(`process.stdin.resume(); console.log('up')`, async (running) => {
      await untilQuiet(running);
      const ask = (platform: 'darwin' | 'win32' | 'linux', arch: string): boolean =>
        isAtRest({platform, arch}, running.pid ?? 0, {ageMs: 0, withinMs: 250});
      expect(ask('darwin', 'arm64')).toBe(false);
      expect(ask('win32', 'x64')).toBe(false);
      expect(ask('linux', 'riscv64')).toBe(false);
    });
  });
});

describe('the kernel’s word for what a thread does', () => {
  test.each([
    ['epoll_pwait for ever', '281 0xd 0x7ffd 0x400 0xffffffff 0x0 0x8 0x7ffd 0x7f12', true],
    ['epoll_pwait for ever, the whole register', '281 0xd 0x7ffd 0x400 0xffffffffffffffff 0x0 0x8 0x7ffd 0x7f12', true],
    ['epoll_pwait for 150 ms', '281 0xd 0x7ffd 0x400 0x96 0x0 0x8 0x7ffd 0x7f12', false],
    ['epoll_pwait for 8 s', '281 0xd 0x7ffd 0x400 0x1f40 0x0 0x8 0x7ffd 0x7f12', true],
    ['futex without a limit', '202 0x108c 0x189 0x0 0x0 0x0 0xffffffff 0x7ffd 0x7f12', true],
    ['futex with one', '202 0x108c 0x189 0x0 0x7f12aa00 0x0 0xffffffff 0x7ffd 0x7f12', false],
    ['read of the standard input', '0 0x0 0x55 0x1000 0x0 0x0 0x0 0x7ffd 0x7f12', true],
    ['read of something else', '0 0x5 0x55 0x1000 0x0 0x0 0x0 0x7ffd 0x7f12', false],
    ['a sleep', '230 0x0 0x0 0x7ffd 0x0 0x0 0x0 0x7ffd 0x7f12', false],
    ['a connect', '42 0x5 0x7ffd 0x10 0x0 0x0 0x0 0x7ffd 0x7f12', false],
    ['running', 'running', false],
    ['no call', '-1 0x7ffd 0x7f12', false],
    ['nothing', '', false],
  ])('%s', (_what, line, expected) => {
    expect(isWaiting('x64', `${line}\n`, 500)).toBe(expected);
  });

  test('has other numbers on another processor', () => {
    const line = '22 0xd 0x7ffd 0x400 0xffffffff 0x0 0x8 0x7ffd 0x7f12';
    expect(isWaiting('arm64', line, 500)).toBe(true);
    expect(isWaiting('x64', line, 500)).toBe(false);
    expect(isWaiting('s390x', line, 500)).toBe(false);
  });
});

describe('the watch after the hello', () => {
  // The clock stands still: only rest or an end can end the watch.
  const still = {...host, now: () => 0};
  const signal = new AbortController().signal;
  const watched = (running: RunningProcess): Promise<void> =>
    watchAfterHello(still, {...running, startedAt: 0}, {until: 1000, signal});

  test('ends at once when the server is at rest', async () => {
    await withProcess(`process.stdin.resume(); console.log('up')`, async (running) => {
      if (canSee) await watched(running);
      expect(running.exit()).toBeNull();
    });
  });

  test.each([
    ['of a timer', `setTimeout(() => process.exit(7), 150)`],
    [
      'of a connection that is refused',
      `require('net').connect(1, '127.0.0.1').on('error', () => setTimeout(() => process.exit(7), 100))`,
    ],
    [
      'with its child',
      `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 100)']).on('exit', () => process.exit(7))`,
    ],
    [
      'of a thread',
      `new (require('worker_threads').Worker)('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); process.exit(7)', {eval: true}).on('exit', () => process.exit(7))`,
    ],
    ['of a lookup that fails', `require('dns').lookup('name.invalid', () => process.exit(7))`],
  ])('sees the end of a server that dies %s', async (_how, script) => {
    const running = start(`console.log('up'); process.stdin.resume(); ${script}`);
    await until('it is up', () => running.stdout.text().includes('up'));
    await watched(running);
    expect(running.exit()).toMatchObject({code: 7});
    await shutDown(host, running);
  });

  test('lasts no longer than its time', async () => {
    await withProcess(
      holding('const held = setInterval(() => {}, 20); up()', 'clearInterval(held)'),
      async (running) => {
        await watchAfterHello(host, running, {until: host.now() + 30, signal});
        expect(running.exit()).toBeNull();
      },
    );
  });
});
