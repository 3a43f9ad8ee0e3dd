import {EventEmitter} from 'node:events';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type findRun as find, readPs} from '../../../src/probes/process/find-run.ts';

/** A made-up /proc, and a made-up `ps`. */
const system = vi.hoisted(() => ({
  proc: {} as Record<string, string | null>,
  names: null as readonly string[] | null,
  asked: [] as string[],
  spawned: [] as unknown[],
  ps: (_child: {
    emit: (event: string, value?: unknown) => boolean;
    stdout: {emit: (event: string, value: unknown) => boolean};
  }): unknown => undefined,
}));

vi.mock('../../../src/files/index.ts', () => ({
  kernelNames: (folder: string) => (folder === '/proc' ? system.names : null),
  kernelText: (file: string) => system.proc[file] ?? null,
  readFileBounded: async (file: string, limit: {maxBytes: number}) => {
    system.asked.push(`${file} ${limit.maxBytes}`);
    const text = system.proc[file];
    return typeof text === 'string' ? {kind: 'bytes', bytes: Buffer.from(text, 'latin1')} : {kind: 'missing'};
  },
}));
vi.mock('node:child_process', () => ({
  spawn: (...args: readonly unknown[]) => {
    system.spawned.push(args);
    const child = Object.assign(new EventEmitter(), {stdout: new EventEmitter()});
    setImmediate(() => system.ps(child));
    return child;
  },
}));

/** One process: its number, its state, group, time of start, environment and words. */
const put = (
  pid: number | string,
  {state = 'S', group = 1, startedAt = 500, environ = '', words = 'node', name = 'node'} = {},
): void => {
  const fields = [state, 1, group, ...Array.from({length: 16}, () => 0), startedAt, 0, 0];
  system.proc[`/proc/${pid}/stat`] = `${pid} (${name}) ${fields.join(' ')}`;
  system.proc[`/proc/${pid}/environ`] = environ;
  system.proc[`/proc/${pid}/cmdline`] = words;
};
const linux = {platform: 'linux', uid: 1} as const;
const MINE = 'A=1\0MCP_FIX_RUN=mine.1.\0B=2';

beforeEach(() => {
  Object.assign(system, {proc: {}, names: ['1', '10', '11', '12', '13', '14', '15', 'self', 'x16', '17x'], asked: []});
  Object.assign(system, {spawned: [], ps: () => undefined});
  put('self', {startedAt: 400});
});
afterEach(() => {
  vi.resetModules();
});
/** Anew for each test: when we were started is asked once. */
const findRun: typeof find = async (...args) => {
  vi.resetModules();
  const {findRun: fresh} = await import('../../../src/probes/process/find-run.ts');
  return fresh(...args);
};

describe('on Linux', () => {
  test('the mark or the group tells, whatever stands in the name', async () => {
    put(10, {environ: MINE, words: 'node\0-e\0\0x y\0', name: 'a) S 7 (b'});
    put(11, {group: 77, words: 'sh'});
    put(12, {environ: 'MCP_FIX_RUN=other\0'});
    put(13, {environ: 'mine.1.'});
    for (const odd of ['self', 'x16', '17x']) put(odd, {environ: MINE, group: 77, startedAt: 400});
    expect(await findRun(linux, 'mine', 77)).toEqual([
      {pid: 10, command: 'node -e x y'},
      {pid: 11, command: 'sh'},
    ]);
    // Who is of the group is not asked for its environment; who is not started by a name of digits is not looked at.
    expect(system.asked).not.toContain('/proc/11/environ 1048576');
    expect(system.asked).toContain('/proc/10/environ 1048576');
    expect(system.asked.join()).not.toMatch(/self|x16|17x/);
    expect(await findRun(linux, 'mine', null)).toEqual([{pid: 10, command: 'node -e x y'}]);
    expect(await findRun(linux, 'nobody', null)).toEqual([]);
  });

  test('the dead do not count', async () => {
    for (const [pid, state] of [
      [10, 'Z'],
      [11, 'X'],
      [12, 'T'],
      [13, 'D'],
      [14, 'R'],
    ] as const)
      put(pid, {environ: MINE, state, group: 77});
    expect((await findRun(linux, 'mine', 77)).map(({pid}) => pid)).toEqual([12, 13, 14]);
  });

  test('who is older than we are is not ours, but for our group', async () => {
    put(10, {environ: MINE, startedAt: 399});
    put(11, {environ: MINE, startedAt: 400});
    put(12, {group: 77, startedAt: 1});
    expect((await findRun(linux, 'mine', 77)).map(({pid}) => pid)).toEqual([11, 12]);
    expect(system.asked.join()).not.toContain('/proc/10/');
    // Where nobody tells when we were started, all are asked.
    system.proc['/proc/self/stat'] = null;
    expect((await findRun(linux, 'mine', null)).map(({pid}) => pid)).toEqual([10, 11]);
  });

  test('who goes while it is looked at is gone; a long command is cut', async () => {
    put(10, {environ: MINE});
    system.proc['/proc/10/environ'] = null;
    put(11, {environ: MINE, words: 'x'.repeat(400)});
    put(12, {environ: MINE});
    system.proc['/proc/12/cmdline'] = null;
    expect(await findRun(linux, 'mine', null)).toEqual([
      {pid: 11, command: 'x'.repeat(300)},
      {pid: 12, command: ''},
    ]);
    system.names = null;
    expect(await findRun(linux, 'mine', null)).toEqual([]);
  });
});

describe('elsewhere', () => {
  const mac = {platform: 'darwin', uid: 1} as const;

  test('`ps` is asked, and heard to its end', async () => {
    system.ps = (child) => {
      child.stdout.emit('data', Buffer.from(' 10  10 S    node a.js MCP_FIX_'));
      child.stdout.emit('data', Buffer.from('RUN=mine.1. X=1\n 11 77 R sh\n'));
      child.emit('close');
    };
    expect(await findRun(mac, 'mine', 77)).toEqual([
      {pid: 10, command: 'node a.js'},
      {pid: 11, command: 'sh'},
    ]);
    expect(system.spawned).toEqual([
      ['ps', ['eww', '-ax', '-o', 'pid=,pgid=,stat=,command='], {stdio: ['ignore', 'pipe', 'ignore']}],
    ]);
  });

  test('a `ps` that is not there finds nobody, and one without end is not kept without end', async () => {
    system.ps = (child) => child.emit('error', new Error('ENOENT'));
    expect(await findRun(mac, 'mine', null)).toEqual([]);
    const line = ' 10 10 S x MCP_FIX_RUN=mine.1.\n';
    const many = Buffer.from(line.repeat(Math.ceil((4 * 1024 * 1024) / line.length)));
    const late = Buffer.from(' 99 10 S late MCP_FIX_RUN=mine.1.\n');
    system.ps = (child) => {
      child.stdout.emit('data', many);
      child.stdout.emit('data', late);
      child.stdout.emit('data', many);
      child.stdout.emit('data', late);
      child.emit('close');
    };
    const late99 = (await findRun(mac, 'mine', null)).filter(({pid}) => pid === 99);
    expect(late99).toHaveLength(1);
  });

  test('on Windows nobody is asked', async () => {
    put(10, {environ: MINE});
    expect(await findRun({platform: 'win32', uid: null}, 'mine', 10)).toEqual([]);
    expect(system.spawned).toEqual([]);
  });

  test('a line of `ps` has four fields', () => {
    const of = (line: string) => readPs(line, 'm', 7);
    expect(of('1 7 S a')).toEqual([{pid: 1, command: 'a'}]);
    expect(of('   12   7   Ss+   a  b')).toEqual([{pid: 12, command: 'a  b'}]);
    expect(of('x1 7 S a')).toEqual([]);
    expect(of('1 7x S a')).toEqual([]);
    for (const short of ['1 7 S', '1 7  S', '1  S a', ' 7 S a', '17 S a']) expect(of(short), short).toEqual([]);
    expect(of('1 77 S a')).toEqual([]);
    expect(of('1 77 S a MCP_FIX_RUN=m')).toEqual([{pid: 1, command: 'a'}]);
    expect(of('1 7 Z a')).toEqual([]);
    expect(of('1 7 SZ a')).toEqual([{pid: 1, command: 'a'}]);
    expect(of('1 7 S a X=')).toEqual([{pid: 1, command: 'a'}]);
    expect(of('1 7 S a b_1=c _D=e')).toEqual([{pid: 1, command: 'a'}]);
    expect(of('1 7 S a 1b=c -d=e f')).toEqual([{pid: 1, command: 'a 1b=c -d=e f'}]);
    expect(of(`1 7 S ${'x'.repeat(301)}`)).toEqual([{pid: 1, command: 'x'.repeat(300)}]);
    expect(of('1 7 S a\n2 7 S b').map(({pid}) => pid)).toEqual([1, 2]);
  });
});
