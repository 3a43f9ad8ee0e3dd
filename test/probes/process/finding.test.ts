import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {findRun, readPs} from '../../../src/probes/process/find-run.ts';
import {guardTerminal, MARKER, RUN, runOnce, startProcess, supervisorPid} from '../../../src/probes/process/index.ts';
import {endTree, isGroupAlive, sendSignal} from '../../../src/probes/process/signal.ts';
import {spawnLineOf} from '../../../src/probes/process/windows-command.ts';
import {realHost} from '../stdio/world.ts';

const host = realHost();
const IDLE = 'setInterval(() => {}, 1000);';

const started: ChildProcess[] = [];
const start = async (script: string, mark = 'none'): Promise<ChildProcess & {readonly pid: number}> => {
  const child = spawn(process.execPath, ['-e', `${script} process.stdout.write('up')`, '', 'a word'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {PATH: process.env['PATH'], [MARKER]: mark},
  });
  started.push(child);
  await once(child.stdout ?? child, 'data');
  return Object.assign(child, {pid: child.pid ?? 0});
};
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 5000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('who belongs to a run', () => {
  test('carries its mark or is of its group, and is alive', async () => {
    const [marked, other] = [await start(IDLE, 'mine.1.'), await start(IDLE, 'other')];
    const found = await findRun(host, 'mine', null);
    expect(found.map(({pid}) => pid)).toEqual([marked.pid]);
    // Empty words of the command line are left out.
    expect(found[0]?.command).toBe(`${process.execPath} -e ${IDLE} process.stdout.write('up') a word`);
    expect((await findRun(host, 'nobody', other.pid)).map(({pid}) => pid)).toEqual([other.pid]);
    expect(await findRun({platform: 'win32', uid: null}, 'mine', other.pid)).toEqual([]);
    marked.kill('SIGKILL');
    await until(async () => (await findRun(host, 'mine', marked.pid)).length === 0);
  });

  test('as `ps` tells it elsewhere', () => {
    const text = [
      '  10  10 S    node server.js HOME=/root MCP_FIX_RUN=mine.1. X=1',
      '  11  10 S+   sh -c a=b PATH=/bin',
      '  12  10 Z    (node)',
      '  13  99 R    other MCP_FIX_RUN=other.1.',
      '  14  99 R    late MCP_FIX_RUN=mine.2.',
      '  15  99 Z    dead MCP_FIX_RUN=mine.3.',
      '  no line of ps',
      `  16  10 S    ${'x'.repeat(400)}`,
      '',
    ].join('\n');
    expect(readPs(text, 'mine', 10)).toEqual([
      {pid: 10, command: 'node server.js'},
      {pid: 11, command: 'sh -c'},
      {pid: 14, command: 'late'},
      {pid: 16, command: 'x'.repeat(300)},
    ]);
    expect(readPs(text, 'mine', null).map(({pid}) => pid)).toEqual([10, 14]);
  });
});

describe('ending', () => {
  test('a whole group, and a stopped one', async () => {
    const family = await start(`require('child_process').spawn(process.execPath, ['-e', '${IDLE}']); ${IDLE}`);
    expect(isGroupAlive(family.pid)).toBe(true);
    endTree(host, family.pid, 'SIGKILL');
    await until(() => !isGroupAlive(family.pid));
    const stopped = await start(`process.on('SIGTERM', () => process.exit(9)); ${IDLE}`);
    stopped.kill('SIGSTOP');
    endTree(host, stopped.pid, 'SIGTERM');
    await once(stopped, 'exit');
    expect(stopped.exitCode).toBe(9);
    expect(sendSignal(stopped.pid, 0)).toBe(false);
    expect(sendSignal(process.pid, 0)).toBe(true);
  });

  test.runIf(process.platform !== 'win32')('on Windows it is the work of taskkill', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-taskkill-'));
    const before = process.env['PATH'];
    try {
      await fs.writeFile(path.join(folder, 'taskkill'), `#!/bin/sh\necho "$@" >> '${folder}/said'\n`, {mode: 0o755});
      process.env['PATH'] = `${folder}${path.delimiter}${before}`;
      const said = (): Promise<string> => fs.readFile(path.join(folder, 'said'), 'utf8').catch(() => '');
      endTree({platform: 'win32'}, 99_999_999, 'SIGTERM');
      await until(async () => (await said()) === '/PID 99999999 /T\n');
      endTree({platform: 'win32'}, 99_999_999, 'SIGKILL');
      await until(async () => (await said()).endsWith('/PID 99999999 /T /F\n'));
      process.env['PATH'] = '/none';
      expect(() => endTree({platform: 'win32'}, 99_999_999, 'SIGTERM')).not.toThrow();
    } finally {
      process.env['PATH'] = before;
      await fs.rm(folder, {recursive: true, force: true});
    }
  });
});

test('a batch file is quoted for cmd.exe, a shim of node_modules twice; nothing else is', () => {
  const windows = {platform: 'win32', env: {}} as const;
  const words = ['a "b" \\', 'x\\"y', '100%&|<>'];
  const line = (command: string): string => spawnLineOf(windows, command, words).args.join(' ');
  expect(spawnLineOf(windows, 'c:\\x\\a.bat', [])).toEqual({
    file: 'cmd.exe',
    args: ['/d', '/s', '/c', '"c:\\x\\a.bat"'],
    isVerbatim: true,
  });
  expect(line('C:\\(x)\\A.CMD')).toBe(
    '/d /s /c "C:\\^(x^)\\A.CMD ^"a^ \\^"b\\^"^ \\\\^" ^"x\\\\\\^"y^" ^"100^%^&^|^<^>^""',
  );
  expect(line('C:\\p\\node_modules\\.bin\\a.cmd')).toBe(
    '/d /s /c "C:\\p\\node_modules\\.bin\\a.cmd ^^^"a^^^ \\^^^"b\\^^^"^^^ \\\\^^^" ^^^"x\\\\\\^^^"y^^^" ^^^"100^^^%^^^&^^^|^^^<^^^>^^^""',
  );
  const plain = {file: 'a.cmd.exe', args: words, isVerbatim: false};
  expect(spawnLineOf(windows, 'a.cmd.exe', words)).toEqual(plain);
  expect(spawnLineOf({platform: 'linux', env: {}}, 'a.cmd', words)).toEqual({...plain, file: 'a.cmd'});
});

describe('a started program', () => {
  const run = (script: string): ReturnType<typeof startProcess> =>
    startProcess({host, command: process.execPath, args: ['-e', script], cwd: '/', env: {PATH: '/bin'}});

  test('has a mark of the run, a group of its own, and tells how it ended and when it first spoke', async () => {
    const running = run(`console.log(JSON.stringify(process.env)); console.error('loud'); process.exitCode = 4`);
    expect(running.exit()).toBeNull();
    expect(await running.spawned).toBeNull();
    const end = await running.drained;
    expect(end).toMatchObject({code: 4, signal: null});
    expect(running.exit()).toEqual(end);
    expect(running.mark.startsWith(`${RUN}.`)).toBe(true);
    expect(JSON.parse(running.stdout.text())).toEqual({PATH: '/bin', [MARKER]: running.mark});
    expect(running.stderr.text()).toBe('loud\n');
    expect(running.firstOutputMs()).toBeGreaterThanOrEqual(0);
    expect(running.firstOutputMs()).toBeLessThanOrEqual(end.atMs + 200);
    expect(run('').mark).not.toBe(running.mark);
  });

  test('hears what is written until its input ends, and what comes later is no trouble', async () => {
    const running = run(`process.stdin.on('data', (part) => process.stdout.write(part))`);
    running.write('one ');
    running.write('two');
    running.endInput();
    running.endInput();
    running.write('three');
    await running.drained;
    expect(running.stdout.text()).toBe('one two');
    running.release();
  });

  test('hears all of what was written before its input ended, however long', async () => {
    const running = run(
      `let n = 0; process.stdin.on('data', (part) => { n += part.length; }).on('end', () => console.log(n))`,
    );
    running.write('x'.repeat(1_000_000));
    running.endInput();
    running.write('late');
    running.endInput();
    await running.drained;
    expect(running.stdout.text()).toBe('1000000\n');
    running.release();
  });

  test('that the system does not start says why, and is otherwise nothing', async () => {
    const missing = startProcess({host, command: '/none/such', args: [], cwd: '/', env: {}});
    expect(await missing.spawned).toEqual({
      code: 'ENOENT',
      message: 'spawn /none/such ENOENT',
      syscall: 'spawn /none/such',
    });
    expect([missing.pid, missing.exit(), missing.firstOutputMs(), missing.stdout.text()]).toEqual([
      null,
      null,
      null,
      '',
    ]);
    const once = await runOnce({host, command: '/none/such', args: [], cwd: '/', env: {}, timeoutMs: 1000});
    expect(once).toEqual({failure: await missing.spawned, exit: null, stdout: '', stderr: ''});
  });

  test('for one answer ends when the person stops it, also before it began', async () => {
    const shot = {host, command: process.execPath, args: ['-e', IDLE], cwd: '/', env: {}, timeoutMs: 60_000};
    expect(await runOnce({...shot, signal: AbortSignal.abort()})).toMatchObject({failure: null, exit: null});
    expect(await runOnce({...shot, signal: AbortSignal.timeout(100)})).toMatchObject({failure: null, exit: null});
    const deaf = `process.on('SIGTERM', () => {}); console.log('up'); ${IDLE}`;
    const late = await runOnce({...shot, args: ['-e', deaf], timeoutMs: 400});
    expect(late).toMatchObject({failure: null, exit: null});
    await until(async () => (await findRun(host, RUN, null)).length === 0);
  });
});

test('the supervisor is one for all, says when it guards, and does not wait long for it', async () => {
  await startProcess({host, command: process.execPath, args: ['-e', ''], cwd: '/', env: {}}).drained;
  const pid = supervisorPid();
  expect(pid).toBeGreaterThan(0);
  const from = performance.now();
  const letGo = await guardTerminal(host, 60_000);
  expect(performance.now() - from).toBeLessThan(20_000);
  letGo();
  expect(supervisorPid()).toBe(pid);
  expect(sendSignal(pid ?? 0, 'SIGKILL')).toBe(true);
  await until(() => !isGroupAlive(pid ?? 0));
  (await guardTerminal(host, 50))();
});
