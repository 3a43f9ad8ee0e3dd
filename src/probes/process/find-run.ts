import {spawn} from 'node:child_process';
import {kernelNames, kernelText, readFileBounded} from '../../files/index.ts';
import type {Host} from '../../model/host.ts';
import {MARKER} from './run-marker.ts';

export interface RunProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * Every living process that carries the mark in its environment or belongs to the group. Linux reads /proc, other POSIX
 * systems ask `ps eww`; Windows has no such view and answers none (there `taskkill /T` follows the parents).
 */
export const findRun = async (
  host: Pick<Host, 'platform' | 'uid'>,
  mark: string,
  group: number | null,
): Promise<readonly RunProcess[]> => {
  if (host.platform === 'win32') return [];
  return host.platform === 'linux' ? await fromProc(mark, group) : await fromPs(mark, group);
};

const fromProc = async (mark: string, group: number | null): Promise<readonly RunProcess[]> => {
  const pids = (kernelNames('/proc') ?? []).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => lookAt(pid, `${MARKER}=${mark}`, group)));
  return found.filter((one) => one !== null);
};

const lookAt = async (pid: string, marked: string, group: number | null): Promise<RunProcess | null> => {
  const stat = statOf(pid);
  if (stat === null || stat.state === 'Z' || stat.state === 'X') return null;
  const isOfGroup = group !== null && stat.group === String(group);
  // What is older than we are was not started by us: most of a machine's processes need no second look.
  if (!isOfGroup && stat.startedAt < ownStart()) return null;
  if (!isOfGroup && !(await textOf(`/proc/${pid}/environ`)).includes(marked)) return null;
  const words = (await textOf(`/proc/${pid}/cmdline`)).split('\0').filter((word) => word !== '');
  return {pid: Number(pid), command: words.join(' ').slice(0, 300)};
};

interface Stat {
  readonly state: string;
  readonly group: string;
  /** Clock ticks since the machine started. */
  readonly startedAt: number;
}

const statOf = (pid: string): Stat | null => {
  const stat = kernelText(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // pid (name) state parent group …; the name may hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {state: fields[0] ?? '', group: fields[2] ?? '', startedAt: Number(fields[19])};
};

let known: number | null = null;

/** When this process started; 0 where the kernel does not tell. */
const ownStart = (): number => {
  known ??= statOf('self')?.startedAt ?? 0;
  return known;
};

/** Not read at once like the rest: a process that hangs in the kernel may keep its reader waiting. */
const textOf = async (path: string): Promise<string> => {
  const read = await readFileBounded(path, {maxBytes: 1024 * 1024});
  return read.kind === 'bytes' ? read.bytes.toString('latin1') : '';
};

const fromPs = (mark: string, group: number | null): Promise<readonly RunProcess[]> =>
  new Promise((resolve) => {
    const ps = spawn('ps', ['eww', '-ax', '-o', 'pid=,pgid=,stat=,command='], {stdio: ['ignore', 'pipe', 'ignore']});
    let text = '';
    ps.stdout.on('data', (chunk: Buffer) => {
      if (text.length < 8 * 1024 * 1024) text += chunk.toString('utf8');
    });
    ps.on('error', () => resolve([]));
    ps.on('close', () => resolve(readPs(text, mark, group)));
  });

/** The lines of `ps eww -o pid=,pgid=,stat=,command=` that are of the run; the environment follows the command. */
export const readPs = (text: string, mark: string, group: number | null): readonly RunProcess[] =>
  text.split('\n').flatMap((line) => {
    const fields = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (fields === null) return [];
    const [, pid = '', pgid, state = '', rest = ''] = fields;
    if (state.startsWith('Z')) return [];
    if (pgid !== String(group) && !rest.includes(`${MARKER}=${mark}`)) return [];
    return [{pid: Number(pid), command: rest.replace(/\s[A-Za-z_]\w*=.*$/, '').slice(0, 300)}];
  });
