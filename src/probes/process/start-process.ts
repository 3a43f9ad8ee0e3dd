import {type ChildProcess, spawn} from 'node:child_process';
import type {Host} from '../../model/host.ts';
import {createRing, type Ring} from './ring.ts';
import {MARKER, nextMark} from './run-marker.ts';
import {forgetGroup, readySupervisor, watchGroup} from './supervisor.ts';
import {spawnLineOf} from './windows-command.ts';

export interface StartOptions {
  readonly host: Host;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment; the run's mark is added. */
  readonly env: Readonly<Record<string, string>>;
  readonly onStdout?: (chunk: Buffer) => void;
}

export interface SpawnFailure {
  readonly code: string;
  readonly message: string;
  readonly syscall: string | null;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  /** Milliseconds after the start. */
  readonly atMs: number;
}

/** A started program with a group of its own. Both of its streams are always drained. */
export interface RunningProcess {
  readonly pid: number | null;
  readonly mark: string;
  readonly startedAt: number;
  readonly stdout: Ring;
  readonly stderr: Ring;
  /** The system could not start it; then `exited` never settles. */
  readonly spawned: Promise<SpawnFailure | null>;
  readonly exited: Promise<Exit>;
  /** Null while it runs. */
  readonly exit: () => Exit | null;
  /** After the exit, when the last words were read; a helper that holds the pipe open is waited for 200 ms at most. */
  readonly drained: Promise<Exit>;
  readonly firstOutputMs: () => number | null;
  readonly write: (text: string) => void;
  readonly endInput: () => void;
  /** Lets go of the pipes, so that a survivor that holds them does not hold us. */
  readonly release: () => void;
}

const DRAIN_MS = 200;

/** Starts a program. Never throws: what the system says is in `spawned`. */
export const startProcess = (options: StartOptions): RunningProcess => {
  const {host} = options;
  const startedAt = host.now();
  const mark = nextMark();
  const stdout = createRing();
  const stderr = createRing();
  let firstOutput: number | null = null;
  let exit: Exit | null = null;
  const since = (): number => host.now() - startedAt;

  readySupervisor(host);
  const started = tryStart(options, mark);
  if ('failure' in started) return unstarted(started.failure, {mark, startedAt, stdout, stderr});
  const {child} = started;
  const pid = child.pid ?? null;
  if (pid !== null) watchGroup(host, pid);

  child.stdout?.on('data', (chunk: Buffer) => {
    firstOutput ??= since();
    stdout.push(chunk);
    options.onStdout?.(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  // EPIPE: the server closed its input or ended; its exit tells more.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on('error', () => undefined);

  const spawned = new Promise<SpawnFailure | null>((resolve) => {
    child.once('spawn', () => resolve(null));
    child.once('error', (error) => resolve(failureOf(error)));
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = {code, signal, atMs: since()};
      resolve(exit);
    });
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const drained = exited.then(async (end) => {
    await Promise.race([closed, pause(DRAIN_MS)]);
    return end;
  });

  return {
    pid,
    mark,
    startedAt,
    stdout,
    stderr,
    spawned,
    exited,
    drained,
    exit: () => exit,
    firstOutputMs: () => firstOutput,
    write: (text) => {
      if (child.stdin?.writable === true) child.stdin.write(text);
    },
    endInput: () => {
      if (child.stdin?.writable === true) child.stdin.end();
    },
    release: () => {
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      if (pid !== null) forgetGroup(pid);
    },
  };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** A program that holds a zero byte, or an argument list that is too long, throws instead of answering later. */
const tryStart = (
  options: StartOptions,
  mark: string,
): {readonly child: ChildProcess} | {readonly failure: SpawnFailure} => {
  const line = spawnLineOf(options.host, options.command, options.args);
  try {
    const child = spawn(line.file, [...line.args], {
      cwd: options.cwd,
      env: {...options.env, [MARKER]: mark},
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that it can be ended whole; on Windows `detached` would open a window.
      detached: options.host.platform !== 'win32',
      windowsHide: true,
      windowsVerbatimArguments: line.isVerbatim,
    });
    return {child};
  } catch (error) {
    return {failure: failureOf(error)};
  }
};

const failureOf = (error: unknown): SpawnFailure => {
  const of = (key: 'code' | 'syscall'): string | null => {
    if (!(error instanceof Error) || !(key in error)) return null;
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : null;
  };
  return {
    code: of('code') ?? 'UNKNOWN',
    message: error instanceof Error ? error.message : String(error),
    syscall: of('syscall'),
  };
};

const unstarted = (
  failure: SpawnFailure,
  known: Pick<RunningProcess, 'mark' | 'startedAt' | 'stdout' | 'stderr'>,
): RunningProcess => {
  const never = new Promise<Exit>(() => undefined);
  return {
    ...known,
    pid: null,
    spawned: Promise.resolve(failure),
    exited: never,
    drained: never,
    exit: () => null,
    firstOutputMs: () => null,
    write: () => undefined,
    endInput: () => undefined,
    release: () => undefined,
  };
};
