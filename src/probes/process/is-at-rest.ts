import {kernelLink, kernelNames, kernelText} from '../../files/index.ts';
import type {Host} from '../../model/host.ts';
import {isWaiting, knowsCalls} from './waiting-calls.ts';

/**
 * Whether a started program, with everything below it, can do nothing for the next `withinMs` unless we say something:
 * each of its threads waits without a nearer deadline, and it holds nothing through which the world could wake it. This is
 * seen and not guessed (Linux; the kernel names each thread's call and its timeout). What is not known counts as unrest,
 * and so does every other system.
 * @param ageMs since its start: a timeout may have begun at any moment since then
 */
export const isAtRest = (
  host: Pick<Host, 'platform' | 'arch'>,
  pid: number,
  {ageMs, withinMs}: {readonly ageMs: number; readonly withinMs: number},
): boolean => {
  if (host.platform !== 'linux' || !knowsCalls(host.arch)) return false;
  const family = familyOf(pid);
  const streams = ['0', '1', '2'].map((fd) => kernelLink(`/proc/${pid}/fd/${fd}`));
  if (family === null || !family.every((member) => isDeaf(member, streams))) return false;
  const threads = family.flatMap(threadsOf);
  const before = runsOf(threads);
  const longMs = ageMs + withinMs;
  if (!threads.every((thread) => isWaiting(host.arch, kernelText(`${thread}/syscall`) ?? '', longMs))) return false;
  // Had one of them run meanwhile, it could have woken another that was looked at before.
  return before !== null && before === runsOf(family.flatMap(threadsOf));
};

/** The program and everything below it; null where the kernel does not tell, or something has just ended. */
const familyOf = (pid: number): readonly number[] | null => {
  const family = [pid];
  for (const member of family) {
    for (const thread of threadsOf(member)) {
      const children = kernelText(`${thread}/children`);
      if (children === null || family.length > 50) return null;
      family.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return family;
};

const threadsOf = (pid: number): readonly string[] =>
  (kernelNames(`/proc/${pid}/task`) ?? []).map((thread) => `/proc/${pid}/task/${thread}`);

/** How often each thread has run until now: while the text stands, none of them has moved. */
const runsOf = (threads: readonly string[]): string | null => {
  const runs: string[] = [];
  for (const thread of threads) {
    const status = kernelText(`${thread}/status`) ?? '';
    const at = status.indexOf('\nvoluntary_ctxt_switches:');
    if (at === -1) return null;
    runs.push(thread, status.slice(at));
  }
  return runs.join('\n');
};

/** SIGALRM, SIGVTALRM, SIGPROF: whoever listens to an alarm may have set one. */
const ALARMS = (1n << 13n) | (1n << 25n) | (1n << 26n);

/**
 * Holds no connection, timer or watch over files, and awaits no alarm: nothing but its own streams, files, and what its
 * threads wake each other by. A pipe is taken to come from within.
 */
const isDeaf = (pid: number, streams: readonly (string | null)[]): boolean => {
  const caught = /^SigCgt:\s*([0-9a-f]+)/m.exec(kernelText(`/proc/${pid}/status`) ?? '')?.[1];
  const fds = kernelNames(`/proc/${pid}/fd`);
  if (caught === undefined || fds === null || (BigInt(`0x${caught}`) & ALARMS) !== 0n) return false;
  // Not every kernel has this file; without it no timers of this kind are known of.
  if ((kernelText(`/proc/${pid}/timers`) ?? '') !== '') return false;
  return fds.every((fd) => {
    const what = kernelLink(`/proc/${pid}/fd/${fd}`);
    return what !== null && (streams.includes(what) || /^(?:\/|pipe:|anon_inode:\[event(?:poll|fd)\])/.test(what));
  });
};
