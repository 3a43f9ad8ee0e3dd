import type {Host} from '../../model/host.ts';
import {isAtRest, type RunningProcess} from '../process/index.ts';

/** A server that says hello and dies of what it began (a database, a licence check) is no healthy one: it is watched so long. */
const WATCH_MS = 250;

/** Pauses between two looks: a server that has just answered is at rest a few milliseconds later. */
const PAUSES_MS = [4, 8, 16, 32];

/**
 * Watches a server that has answered everything, until it ends, at most for 250 ms and not beyond `until`. Ends as soon as
 * it is seen to be at rest: then nothing can happen that the watch would wait for.
 */
export const watchAfterHello = async (
  host: Host,
  running: RunningProcess,
  {until, signal}: {readonly until: number; readonly signal: AbortSignal},
): Promise<void> => {
  const {pid, startedAt} = running;
  const end = Math.min(until, host.now() + WATCH_MS);
  for (let look = 0; running.exit() === null && !signal.aborted; look += 1) {
    const now = host.now();
    if (now >= end || pid === null) return;
    if (isAtRest(host, pid, {ageMs: now - startedAt, withinMs: WATCH_MS})) return;
    await endOrPause(running, Math.min(end - now, PAUSES_MS[look] ?? PAUSES_MS.at(-1) ?? WATCH_MS));
  }
  // Its last words, where it has ended.
  if (running.exit() !== null) await endOrPause(running, Math.max(0, end - host.now()));
};

const endOrPause = async (running: RunningProcess, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([running.drained, pause]);
  clearTimeout(timer);
};
