import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {copyAttributes} from '../../src/probes/process/index.ts';
import {aHost} from './a-host.ts';
import {inLanes, randomOf, runToEnd, sample, withFolder} from './trial.ts';

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

type Place = 'fast' | `/${string}`;
type Shape = 'plain' | 'link' | 'crlf with comments' | 'new file';
export const SHAPES: readonly Shape[] = ['plain', 'link', 'crlf with comments', 'new file'];
export const SIZES = [200, 4 * 1024, 40 * 1024, 300 * 1024, 1100 * 1024];

export interface Case {
  readonly shape: Shape;
  readonly size: number;
}
type Thread = 'files' | 'main';

interface Injection extends Case {
  readonly of: Case;
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

/** The file that is changed, the one that holds its bytes, and what is ours: never on a small or odd disk. */
interface SetUp {
  readonly folder: string;
  readonly file: string;
  readonly real: string;
  readonly data: string;
  readonly log: string;
}

const withSetUp = <T>(one: Case, place: Place, work: (made: SetUp) => Promise<T>): Promise<T> =>
  withFolder(
    (own) =>
      withFolder((folder) => {
        const real = path.join(folder, one.shape === 'crlf with comments' ? 'settings.jsonc' : 'servers.json');
        const file = one.shape === 'link' ? path.join(folder, 'link.json') : real;
        if (one.shape !== 'new file') fs.writeFileSync(real, textOf(one));
        if (one.shape === 'link') fs.symlinkSync('servers.json', file);
        return work({folder, file, real, data: path.join(own, 'data'), log: path.join(own, 'log')});
      }, place),
    'fast',
  );

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
  place: Place,
): Promise<{readonly lead: number; readonly count: number}> =>
  withSetUp(one, place, async ({file, data, log}) => {
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
  });

const whatsOf = (call: string): readonly string[] => [
  'signal=KILL',
  ...ERRORS.map((error) => `error=${error}`),
  ...(call === 'pwrite64' ? ['retval=100', 'retval=0'] : []),
];

const injectionsOf = async (save: string, cases: readonly Case[], place: Place): Promise<readonly Injection[]> => {
  const all: Injection[] = [];
  const pairs = cases.flatMap((one) => [
    ...CALLS.map((call) => ({one, call, thread: 'files'}) as const),
    ...MAIN_CALLS.map((call) => ({one, call, thread: 'main'}) as const),
  ]);
  await inLanes(pairs, 2, async ({one, call, thread}) => {
    const {lead, count} = await countsOf(save, one, call, thread, place);
    for (let nth = 1; nth <= count; nth += 1)
      for (const what of whatsOf(call)) all.push({...one, of: one, call, thread, lead, nth, what});
  });
  return all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
};

const nameOf = (one: Injection): string =>
  `${one.shape}, ${one.size} bytes, ${one.thread}: ${one.call} no. ${one.nth}, ${one.what}`;

type Verdict = {readonly hit: boolean; readonly wrong: string | null};

/** One save with one fault; then the next start. */
const tryOne = (save: string, one: Injection, newHash: string, place: Place): Promise<Verdict> =>
  withSetUp(one, place, async ({folder, file, real, data, log}) => {
    const oldHash = one.shape === 'new file' ? null : hashOf(fs.readFileSync(real));
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
  });

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
    await applyChange(plan, {host, dataDir: data, copyAttributes: copyAttributes(host)});
  } catch (error) {
    return `the next start fails: ${error instanceof Error ? error.message : String(error)}`;
  }
  const beside = fs.readdirSync(folder).filter((name) => /\.tmp$|\.lock|stale/.test(name));
  const entries = new Set(fs.readdirSync(path.join(data, 'journal')));
  const kept = fs
    .readdirSync(path.join(data, 'backups'))
    .filter((name) => !entries.has(name.replace(/\.\w+$/, '.json')));
  const half = [...entries].filter((name) => name.endsWith('.tmp'));
  const left = [...beside, ...kept, ...half];
  return left.length === 0 ? null : `left over: ${left.join(', ')}`;
};

const newHashOf = (save: string, one: Case, place: Place): Promise<string> =>
  withSetUp(one, place, async ({file, real, data}) => {
    const {out} = await runToEnd([process.execPath, save, file, 'new', data, ''], {env: ENV});
    if (!out.includes('"ok":true')) throw new Error(`the save without a fault fails: ${out}`);
    return hashOf(fs.readFileSync(real));
  });

export interface Injected {
  readonly hits: number;
  readonly chosen: number;
  readonly possible: number;
  readonly wrong: readonly string[];
}

/** Tries `count` of all faults that saving these files can meet, in folders at a place. */
export const injected = async (
  save: string,
  cases: readonly Case[],
  {count, seed, place}: {readonly count: number; readonly seed: number; readonly place: Place},
): Promise<Injected> => {
  const hashes = new Map<Case, string>();
  for (const one of cases) hashes.set(one, await newHashOf(save, one, place));
  const all = await injectionsOf(save, cases, place);
  const chosen = sample(randomOf(seed), all, count);
  const wrong: string[] = [];
  const missed: string[] = [];
  await inLanes(chosen, 3, async (one) => {
    const verdict = await tryOne(save, one, hashes.get(one.of) ?? '', place);
    if (!verdict.hit) missed.push(nameOf(one));
    if (verdict.wrong !== null) wrong.push(`${nameOf(one)}: ${verdict.wrong}`);
  });
  const hits = chosen.length - missed.length;
  if (hits < chosen.length * 0.95)
    wrong.push(`only ${hits} of ${chosen.length} injections hit; missed: ${missed.slice(0, 30).join('; ')}`);
  return {hits, chosen: chosen.length, possible: all.length, wrong};
};
