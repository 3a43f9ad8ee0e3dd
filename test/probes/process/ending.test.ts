import {type ChildProcess, spawn} from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {spawn as spawnPty} from '@lydell/node-pty';
import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findRun, RUN, runOnce, shutDown, startProcess} from '../../../src/probes/process/index.ts';
import {realHost} from '../stdio/world.ts';

const host = realHost();

const start = (script: string): ReturnType<typeof startProcess> =>
  startProcess({host, command: process.execPath, args: ['-e', script], cwd: '/', env: host.env});

const until = async (what: string, isTrue: () => boolean | Promise<boolean>, ms = 5000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const IDLE = 'setInterval(() => {}, 1000);';
const ALOOF = `require('child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], {detached: true, stdio: 'ignore'}).unref();`;

describe('shutting down', () => {
  test.each([
    ['stdin', `process.stdin.resume(); process.stdin.on('end', () => process.exit(0)); console.log('up')`],
    ['sigterm', `${IDLE} console.log('up')`],
    ['sigkill', `process.on('SIGTERM', () => {}); ${IDLE} console.log('up')`],
    ['self', `console.log('up')`],
  ])('the step that was needed is told: %s', async (by, script) => {
    const running = start(script);
    await until('it is up', () => running.stdout.bytes() > 0);
    if (by === 'self') await running.exited;
    const closing = await shutDown(host, running, {graceMs: 400});
    expect(closing).toMatchObject({by, survivors: []});
    expect(await findRun(host, running.mark, running.pid)).toEqual([]);
  });

  test('a stopped process ends too', async () => {
    const running = start(`${IDLE} console.log('up')`);
    await until('it is up', () => running.stdout.bytes() > 0);
    process.kill(running.pid ?? 0, 'SIGSTOP');
    expect(await shutDown(host, running, {graceMs: 300})).toMatchObject({by: 'sigterm', survivors: []});
  });

  test('a grandchild in a session of its own is found, ended and told', async () => {
    const running = start(
      `${ALOOF} process.stdin.resume(); process.stdin.on('end', () => process.exit(0)); console.log('up')`,
    );
    await until('both are there', async () => (await findRun(host, running.mark, running.pid)).length === 2);
    const closing = await shutDown(host, running, {graceMs: 1000});
    expect(closing.by).toBe('stdin');
    expect(closing.survivors).toHaveLength(1);
    expect(await findRun(host, running.mark, running.pid)).toEqual([]);
  });

  test('an installation is asked to end and never killed', async () => {
    const running = start(
      `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 300)); ${IDLE} console.log('up')`,
    );
    await until('it is up', () => running.stdout.bytes() > 0);
    const closing = await shutDown(host, running, {graceMs: 1000, isInstalling: true});
    expect(closing.by).toBe('sigterm');
    expect(running.exit()).toMatchObject({code: 0, signal: null});
  });
});

describe('starting', () => {
  test('what the system says is told, not thrown', async () => {
    const missing = startProcess({host, command: '/none/such', args: [], cwd: '/', env: host.env});
    expect(await missing.spawned).toMatchObject({code: 'ENOENT'});
    const nul = startProcess({host, command: 'node\0', args: [], cwd: '/', env: host.env});
    expect(await nul.spawned).toMatchObject({code: 'ERR_INVALID_ARG_VALUE'});
    expect(await shutDown(host, nul)).toMatchObject({by: 'none', survivors: []});
  });

  test('a command that ends by itself gives its words; one that does not is ended', async () => {
    const shot = {host, cwd: '/', env: host.env, timeoutMs: 5000};
    const ok = await runOnce({...shot, command: process.execPath, args: ['--version']});
    expect(ok.stdout.trim()).toBe(process.version);
    const late = await runOnce({...shot, command: process.execPath, args: ['-e', IDLE], timeoutMs: 300});
    expect(late.exit).toBeNull();
    await until('nothing is left', async () => (await findRun(host, RUN, null)).length === 0);
  });

  test('a hundred megabytes cost little memory and stall nobody', async () => {
    const before = process.memoryUsage.rss();
    const running = start(`
      const line = Buffer.alloc(1 << 20, 120);
      let left = 100;
      const go = () => { while (left-- > 0) if (!process.stderr.write(line)) return process.stderr.once('drain', go); console.log('done'); };
      go();`);
    await running.drained;
    const kept = running.stderr.capture({
      text: (text) => text,
      json: (json) => json,
      with: () => {
        throw new Error('unused');
      },
    });
    expect(running.stdout.text()).toBe('done\n');
    expect(kept.bytes).toBe(100 << 20);
    // One line without an end: its first 8 KB are kept.
    expect(kept.head.length + kept.tail.length).toBeLessThanOrEqual(8 * 1024);
    expect(kept.droppedBytes).toBe((100 << 20) - 8 * 1024);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 << 20);
    await shutDown(host, running);
  });
});

describe('when we vanish', () => {
  let folder = '';
  let driver = '';
  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'driver-'));
    driver = path.join(folder, 'driver.mjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, 'driver.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: driver,
      packages: 'external',
      logLevel: 'error',
    });
  });
  afterAll(() => fs.rm(folder, {recursive: true, force: true}));

  const told = async (child: ChildProcess): Promise<{mark: string; pid: number; supervisor: number}> => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    await until('the driver tells its numbers', () => text.includes('\n'));
    return JSON.parse(text);
  };

  test.each([
    ['a group', `${IDLE}`],
    ['one that ignores SIGTERM', `process.on('SIGTERM', () => {}); ${IDLE}`],
    ['a session of its own', `${ALOOF} ${IDLE}`],
  ])('by kill -9, nothing of the run is alive three seconds later: %s', async (_, script) => {
    const child = spawn(process.execPath, [driver, 'tree', script], {stdio: ['ignore', 'pipe', 'inherit']});
    const {mark, pid, supervisor} = await told(child);
    const wanted = script.includes('detached') ? 2 : 1;
    await until('the tree stands', async () => (await findRun(host, mark, pid)).length === wanted);
    child.kill('SIGKILL');
    await until('all are gone', async () => (await findRun(host, mark, pid)).length === 0, 3000);
    await until('the supervisor is gone', async () => (await findRun(host, 'none', supervisor)).length === 0, 3000);
  });

  test('the terminal gets its modes back', async () => {
    const pty = spawnPty('/bin/sh', ['-i'], {cols: 80, rows: 24, env: {...host.env, PS1: '$ '}});
    let screen = '';
    pty.onData((text) => {
      screen += text;
    });
    const modes = async (): Promise<string> => {
      const from = screen.length;
      pty.write('stty -a; echo "en"d\n');
      await until('stty answers', () => screen.slice(from).includes('end'));
      return screen.slice(from);
    };
    const fallen = async (): Promise<void> => {
      const from = screen.length;
      pty.write(`'${process.execPath}' '${driver}' terminal\n`);
      await until('raw mode', () => /raw \d+/.test(screen.slice(from)));
      process.kill(Number(/raw (\d+)/.exec(screen.slice(from))?.[1]), 'SIGKILL');
    };
    expect(await modes()).toMatch(/[^-]icanon/);
    await fallen();
    await until('the cursor is shown again', () => screen.includes('\x1b[?25h'));
    const after = await modes();
    pty.kill();
    expect(after).toMatch(/[^-]isig[\s\S]*[^-]icanon/);
  });
});
