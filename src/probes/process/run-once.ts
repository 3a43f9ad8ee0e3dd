import type {Host} from '../../model/host.ts';
import {endTree} from './signal.ts';
import {type Exit, type SpawnFailure, startProcess} from './start-process.ts';

export interface OneShot {
  readonly host: Host;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** The text is as it came: to be redacted by whoever keeps it. */
export interface OneShotAnswer {
  readonly failure: SpawnFailure | null;
  /** Null when time ran out or it was stopped. */
  readonly exit: Exit | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command that ends by itself (`node --version`), without input, and ends its whole group after the limit. */
export const runOnce = async (shot: OneShot): Promise<OneShotAnswer> => {
  const {host} = shot;
  const running = startProcess(shot);
  const failure = await running.spawned;
  if (failure !== null) return {failure, exit: null, stdout: '', stderr: ''};
  running.endInput();
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), shot.timeoutMs);
    shot.signal?.addEventListener('abort', () => resolve(null), {once: true});
    if (shot.signal?.aborted === true) resolve(null);
  });
  const exit = await Promise.race([running.drained, stopped]);
  clearTimeout(timer);
  if (running.pid !== null) endTree(host, running.pid, 'SIGKILL');
  running.release();
  return {failure: null, exit, stdout: running.stdout.text(), stderr: running.stderr.text()};
};
