import type {Host} from '../../model/host.ts';
import {timeLimit} from '../time-limit.ts';
import {MARKER, nextMark} from './run-marker.ts';
import {endTree} from './signal.ts';
import {forgetGroup, readySupervisor, watchGroup} from './supervisor.ts';

export interface CommandRun {
  readonly host: Host;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface CommandEnd {
  /** Why the system could not start it: 'ENOENT'; null when it ran. */
  readonly notStarted: string | null;
  /** Null when it was ended by a signal, by time or by the person. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** Both streams in the order of their coming, at most 200 KB; to be redacted by whoever keeps it. */
  readonly output: string;
}

/** So much of both streams is kept: an install says no more that matters. */
const KEPT = 200_000;
/** After its exit, a helper that holds the pipe open is waited for so long. */
const DRAIN_MS = 2000;

/**
 * Runs the one command of a fix (an install, a chmod, a build), without a shell and without input, in the person's own
 * environment. execa finds and quotes it on every system (`npm` is a batch file on Windows).
 */
export const runCommand = async (run: CommandRun): Promise<CommandEnd> => {
  // Loaded late: only a fix that runs something needs it.
  const {execa} = await import('execa');
  const {host} = run;
  const [command = '', ...args] = run.argv;
  let output = '';
  readySupervisor(host);
  const child = execa(command, args, {
    cwd: run.cwd,
    env: {...host.env, [MARKER]: nextMark()},
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    detached: host.platform !== 'win32',
    windowsHide: true,
  });
  const {pid} = child;
  if (pid !== undefined) watchGroup(host, pid);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      output += part.toString('utf8').slice(0, KEPT - output.length);
    });
  }
  const limit = timeLimit(run.signal, run.timeoutMs);
  const endAll = (): void => {
    if (pid !== undefined) endTree(host, pid, 'SIGKILL');
  };
  limit.signal.addEventListener('abort', endAll, {once: true});
  if (limit.signal.aborted) endAll();
  // A helper that keeps the pipe open must not keep us: after the exit its words are waited for, then it is let go.
  child.once('exit', () => setTimeout(endAll, DRAIN_MS).unref());
  const result = await child;
  // From here on nothing ends its group: the number may belong to another by now.
  limit.release();
  if (pid !== undefined) forgetGroup(pid);
  const code = result.code ?? null;
  return {
    notStarted: pid === undefined ? (code ?? 'UNKNOWN') : null,
    exitCode: result.exitCode ?? null,
    timedOut: limit.isLate(),
    output,
  };
};
