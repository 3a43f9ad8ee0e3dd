import type {Host} from '../../model/host.ts';
import {findRun, type RunProcess} from './find-run.ts';
import {endTree, isGroupAlive, sendSignal} from './signal.ts';
import type {RunningProcess} from './start-process.ts';

export interface Closing {
  /** The step of the specification's order that was needed; 'self' when it had ended before, 'none' when it never ran. */
  readonly by: 'stdin' | 'sigterm' | 'sigkill' | 'self' | 'none';
  readonly ms: number;
  readonly survivors: readonly RunProcess[];
}

export interface ShutDownOptions {
  /** How long each step is waited for, in milliseconds. The specification's own: 2,000. */
  readonly graceMs?: number;
  /** A package runner in the middle of an installation: SIGKILL would leave a lock in its cache, so it gets none. */
  readonly isInstalling?: boolean;
}

const GRACE = 2000;

/**
 * The specification's shutdown on the whole group: end of input, then SIGTERM, then SIGKILL, each waited for; then
 * whatever is left of the run, also outside the group, is ended and told. Bounded: at most three times the grace + 1 s.
 */
export const shutDown = async (
  host: Host,
  running: RunningProcess,
  options: ShutDownOptions = {},
): Promise<Closing> => {
  const {pid} = running;
  const startedAt = host.now();
  if (pid === null) return {by: 'none', ms: 0, survivors: []};
  const by = await close(host, running, pid, options);
  const ms = host.now() - startedAt;
  const survivors = await endSurvivors(host, running, pid, options.isInstalling === true);
  running.release();
  return {by, ms, survivors};
};

const close = async (
  host: Host,
  running: RunningProcess,
  pid: number,
  {graceMs = GRACE, isInstalling = false}: ShutDownOptions,
): Promise<Closing['by']> => {
  if (running.exit() !== null) return 'self';
  running.endInput();
  if (await endsWithin(running, isInstalling ? Math.min(graceMs, 300) : graceMs)) return 'stdin';
  endTree(host, pid, 'SIGTERM');
  if (await endsWithin(running, graceMs)) return 'sigterm';
  if (isInstalling && (await endsWithin(running, Math.min(graceMs, 400)))) return 'sigterm';
  if (isInstalling) return 'none';
  endTree(host, pid, 'SIGKILL');
  await endsWithin(running, graceMs);
  return 'sigkill';
};

const endsWithin = async (running: RunningProcess, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = await Promise.race([running.drained.then((): true => true), late]);
  clearTimeout(timer);
  return ended;
};

/** Children may need a moment to notice that their parent is gone; who is there after it is a survivor. */
const SETTLE = 150;

const endSurvivors = async (
  host: Host,
  running: RunningProcess,
  pid: number,
  isInstalling: boolean,
): Promise<readonly RunProcess[]> => {
  if (host.platform === 'win32') return [];
  if (isInstalling && running.exit() === null) return [];
  await until(SETTLE, async () => !isGroupAlive(pid));
  if ((await findRun(host, running.mark, pid)).length === 0) return [];
  await pause(SETTLE);
  const survivors = await findRun(host, running.mark, pid);
  if (survivors.length === 0) return [];
  const signalAll = (signal: 'SIGTERM' | 'SIGKILL', to: readonly RunProcess[]): void => {
    for (const one of to) {
      sendSignal(one.pid, signal);
      if (signal === 'SIGTERM') sendSignal(one.pid, 'SIGCONT');
    }
  };
  signalAll('SIGTERM', survivors);
  const isGone = async (): Promise<boolean> => (await findRun(host, running.mark, pid)).length === 0;
  if (await until(400, isGone)) return survivors;
  // Looked for again each time: a number that was seen a moment ago may belong to another by now.
  for (let round = 0; round < 3; round += 1) {
    signalAll('SIGKILL', await findRun(host, running.mark, pid));
    if (await until(200, isGone)) return survivors;
  }
  return survivors;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts its rounds and not the clock, which may stand still or jump. */
const until = async (ms: number, isTrue: () => Promise<boolean>): Promise<boolean> => {
  for (let left = ms; ; left -= ROUND) {
    if (await isTrue()) return true;
    if (left <= 0) return false;
    await pause(ROUND);
  }
};

const ROUND = 20;
