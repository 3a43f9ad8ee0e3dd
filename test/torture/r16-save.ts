import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {aHost} from './a-host.ts';
import {bundled} from './bundled.ts';
import {
  below,
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

/** The calls that touch files or folders. `write` is not among them: on that thread it only wakes the other one. */
const CALLS = [
  'openat',
  'read',
  'pwrite64',
  'fsync',
  'close',
  'statx',
  'fchmod',
  'rename',
  'unlink',
  'mkdir',
  'rmdir',
  'readlink',
  'getdents64',
  'chmod',
];
/** Of the last look and the rename; `read` wakes this thread all the time and cannot be counted. */
const MAIN_CALLS = ['openat', 'statx', 'close', 'rename'];
const ERRORS = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'EXDEV', 'EINTR'];

type Shape = 'plain' | 'link' | 'crlf with comments' | 'new file';
const SHAPES: readonly Shape[] = ['plain', 'link', 'crlf with comments', 'new file'];
const SIZES = [200, 4 * 1024, 40 * 1024, 300 * 1024, 1100 * 1024];

interface Case {
  readonly shape: Shape;
  readonly size: number;
}
type Thread = 'files' | 'main';

interface Injection extends Case {
  readonly call: string;
  readonly thread: Thread;
  /** The thread's count before the save, and which of the save's own calls is meant. */
  readonly lead: number;
  readonly nth: number;
  readonly what: string;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const textOf = ({shape, size}: Case): string => {
  const document = {mcpServers: {notes: {command: 'old', args: []}}, padding: 'p'.repeat(Math.max(0, size - 120))};
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return shape === 'crlf with comments' ? `// mine\n${text}`.replaceAll('\n', '\r\n') : text;
};

/** A fresh set-up; answers the file that is changed and the one that holds the bytes. */
const setUp = (folder: string, one: Case): {readonly file: string; readonly real: string; readonly data: string} => {
  fs.mkdirSync(path.join(folder, 'c'), {recursive: true});
  const real = path.join(folder, 'c', one.shape === 'crlf with comments' ? 'settings.jsonc' : 'servers.json');
  const file = one.shape === 'link' ? path.join(folder, 'c', 'link.json') : real;
  if (one.shape !== 'new file') fs.writeFileSync(real, textOf(one));
  if (one.shape === 'link') fs.symlinkSync('servers.json', file);
  return {file, real, data: path.join(folder, 'data')};
};

const ENV = {PATH: process.env['PATH'] ?? '/usr/bin:/bin', UV_THREADPOOL_SIZE: '1'};
const strace = (log: string, calls: string, more: readonly string[], program: readonly string[]): readonly string[] => [
  'strace',
  '-f',
  // Looks at the wanted calls only, and so is fast; it cannot send signals.
  ...(more.some((word) => word.includes('signal=')) ? [] : ['--seccomp-bpf']),
  ...['-qq', '-o', log, '-e', `trace=${calls}`, ...more, process.execPath, ...program],
];

/**
 * How often a thread makes a call before and during the save. strace counts for each thread apart: the file thread is
 * given a lead over all others by calls that mean nothing, and without that the main one leads, as it starts the program.
 */
const countsOf = async (
  save: string,
  one: Case,
  call: string,
  wanted: Thread,
): Promise<{readonly lead: number; readonly count: number}> =>
  withFolder(async (folder) => {
    const {file, data} = setUp(folder, one);
    const log = path.join(folder, 'log');
    await runToEnd(
      strace(log, `${call},access,faccessat2`, [], [save, file, 'new', data, wanted === 'files' ? call : '']),
      {env: ENV},
    );
    const lines = fs.readFileSync(log, 'utf8').split('\n');
    const begins = lines.findIndex((line) => line.includes('/torture-begins'));
    const ends = lines.findIndex((line) => line.includes('/torture-ends'));
    const thread = lines[wanted === 'files' ? begins : 0]?.split(/\s+/)[0] ?? '?';
    const isCall = (line: string): boolean => line.startsWith(`${thread} `) && line.includes(` ${call}(`);
    return {lead: lines.slice(0, begins).filter(isCall).length, count: lines.slice(begins, ends).filter(isCall).length};
  }, 'fast');

const whatsOf = (call: string): readonly string[] => [
  'signal=KILL',
  ...ERRORS.map((error) => `error=${error}`),
  ...(call === 'pwrite64' ? ['retval=100', 'retval=0'] : []),
];

const injectionsOf = async (save: string, cases: readonly Case[]): Promise<readonly Injection[]> => {
  const all: Injection[] = [];
  const pairs = cases.flatMap((one) => [
    ...CALLS.map((call) => ({one, call, thread: 'files'}) as const),
    ...MAIN_CALLS.map((call) => ({one, call, thread: 'main'}) as const),
  ]);
  await inLanes(pairs, 2, async ({one, call, thread}) => {
    const {lead, count} = await countsOf(save, one, call, thread);
    for (let nth = 1; nth <= count; nth += 1)
      for (const what of whatsOf(call)) all.push({...one, call, thread, lead, nth, what});
  });
  return all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
};

const nameOf = (one: Injection): string =>
  `${one.shape}, ${one.size} bytes, ${one.thread}: ${one.call} no. ${one.nth}, ${one.what}`;

type Verdict = {readonly hit: boolean; readonly wrong: string | null};

/** One save with one fault; then the next start. */
const tryOne = (save: string, one: Injection, newHash: string): Promise<Verdict> =>
  withFolder(async (folder) => {
    const {file, real, data} = setUp(folder, one);
    const oldHash = one.shape === 'new file' ? null : hashOf(fs.readFileSync(real));
    const log = path.join(folder, 'log');
    const inject = `inject=${one.call}:${one.what}:when=${one.lead + one.nth}`;
    const ran = await runToEnd(
      strace(log, one.call, ['-e', inject], [save, file, 'new', data, one.thread === 'files' ? one.call : '']),
      {env: ENV},
    );
    const hit = one.what === 'signal=KILL' ? ran.out === '' : fs.readFileSync(log, 'utf8').includes('(INJECTED)');
    const now = fs.existsSync(real) ? hashOf(fs.readFileSync(real)) : null;
    const wrong = wrongWith({one, ran: ran.out, isOld: now === oldHash, isNew: now === newHash, code: ran.code});
    if (wrong !== null) return {hit, wrong};
    return {hit, wrong: await leftAfterNextStart(folder, file, data)};
  }, 'fast');

const wrongWith = (seen: {
  readonly one: Injection;
  readonly ran: string;
  readonly isOld: boolean;
  readonly isNew: boolean;
  readonly code: number | null;
}): string | null => {
  if (!seen.isOld && !seen.isNew) return 'a third state';
  if (seen.one.what === 'signal=KILL') return null;
  const told: {ok?: boolean; message?: string; isUserError?: boolean} = seen.ran === '' ? {} : JSON.parse(seen.ran);
  if (told.ok === undefined) return `no answer, exit code ${seen.code}`;
  if (told.ok) return seen.isNew ? null : 'success was told, and the file is the old one';
  if (seen.isNew) return `failure was told, and the file is the new one: ${told.message}`;
  if (told.isUserError !== true) return `no sentence for the person: ${told.message}`;
  return /\.$/.test(told.message ?? '') ? null : `no sentence: ${told.message}`;
};

/** Another change, two minutes later, as the next start of a person would make it: it must work and tidy up. */
const leftAfterNextStart = async (folder: string, file: string, data: string): Promise<string | null> => {
  const host = aHost(data, {now: () => Date.now() + 120_000});
  try {
    const change = {
      file,
      path: ['mcpServers', 'notes', 'command'],
      edit: {kind: 'set', value: 'third'},
      why: 'test',
    } as const;
    const plan = await planChange(change, {host});
    if ('refused' in plan) return `the next start refuses: ${plan.refused}`;
    await applyChange(plan, {host, dataDir: data});
  } catch (error) {
    return `the next start fails: ${error instanceof Error ? error.message : String(error)}`;
  }
  const beside = fs.readdirSync(path.join(folder, 'c')).filter((name) => /\.tmp$|\.lock|stale/.test(name));
  const entries = new Set(fs.readdirSync(path.join(data, 'journal')));
  const kept = fs
    .readdirSync(path.join(data, 'backups'))
    .filter((name) => !entries.has(name.replace(/\.\w+$/, '.json')));
  const half = [...entries].filter((name) => name.endsWith('.tmp'));
  const left = [...beside, ...kept, ...half];
  return left.length === 0 ? null : `left over: ${left.join(', ')}`;
};

const newHashOf = (save: string, one: Case): Promise<string> =>
  withFolder(async (folder) => {
    const {file, real, data} = setUp(folder, one);
    const {out} = await runToEnd([process.execPath, save, file, 'new', data, ''], {env: ENV});
    if (!out.includes('"ok":true')) throw new Error(`the save without a fault fails: ${out}`);
    return hashOf(fs.readFileSync(real));
  }, 'fast');

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const there = await runToEnd(['strace', '-V']).catch(() => null);
    if (there === null) return {figures: '', wrong: [], notRun: 'strace is missing'};
    const save = await bundled(options.root, 'test/torture/programs/save.ts', folder);
    const random = randomOf(options.seed);
    const combinations = SHAPES.flatMap((shape) => SIZES.map((size) => ({shape, size}))).filter(
      ({shape, size}) => shape !== 'new file' || size === SIZES[0],
    );
    const cases = options.scale < 0.2 ? sample(random, combinations, 1) : combinations;
    const hashes = new Map<Shape | string, string>();
    for (const one of cases) hashes.set(`${one.shape} ${one.size}`, await newHashOf(save, one));
    const all = await injectionsOf(save, cases);
    const chosen = sample(randomOf(options.seed + below(random, 1000)), all, scaled(5200, options));
    const wrong: string[] = [];
    let hits = 0;
    const missed: string[] = [];
    await inLanes(chosen, 3, async (one) => {
      const verdict = await tryOne(save, one, hashes.get(`${one.shape} ${one.size}`) ?? '');
      if (verdict.hit) hits += 1;
      else missed.push(nameOf(one));
      if (verdict.wrong !== null) wrong.push(`${nameOf(one)}: ${verdict.wrong}`);
    });
    if (hits < chosen.length * 0.95)
      wrong.push(`only ${hits} of ${chosen.length} injections hit; missed: ${missed.slice(0, 30).join('; ')}`);
    const third = wrong.filter((line) => line.includes('third state')).length;
    const left = wrong.filter((line) => line.includes('left over')).length;
    return {
      figures: `${hits.toLocaleString('en')} injections hit (of ${chosen.length.toLocaleString('en')} chosen among ${all.length.toLocaleString('en')}; ${cases.length} files), ${third} third states, ${left} leftovers`,
      wrong: few(wrong),
    };
  });

export const r16: Trial = {promise: 'R16', title: 'a save under a fault at every system call', run};
