import {type ChildProcess, type StdioOptions, spawn} from 'node:child_process';
import type {Host} from '../../model/host.ts';
import {RUN} from './run-marker.ts';
import {SUPERVISOR} from './supervisor-script.ts';

let running: ChildProcess | null = null;

/**
 * The small process that outlives us: it ends what we started when we vanish, also by `kill -9`, and then gives the
 * terminal back. Started with the first probe, one for each run; never keeps us alive.
 */
const supervisor = (host: Host): ChildProcess => {
  if (running !== null) return running;
  const isTerminal = host.terminal.stdin && host.platform !== 'win32';
  const stdio: StdioOptions = isTerminal ? ['pipe', 'pipe', 'ignore', 0] : ['pipe', 'pipe', 'ignore'];
  const child = spawn(host.node.path, ['-e', SUPERVISOR, RUN, isTerminal ? 'tty' : 'none'], {
    stdio,
    // A session of its own: neither Ctrl-C nor a closed terminal reaches it.
    detached: true,
    windowsHide: true,
    cwd: host.platform === 'win32' ? undefined : '/',
    env: pathOnly(host),
  });
  // Without it the probes work all the same; only `kill -9` of ours leaves children then.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  unref(child.stdin);
  unref(child.stdout);
  running = child;
  return child;
};

const pathOnly = (host: Host): Record<string, string> =>
  Object.fromEntries(Object.entries(host.env).filter(([name]) => /^(path|systemroot|windir)$/i.test(name)));

const unref = (stream: object | null): void => {
  if (stream !== null && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
};

/**
 * To be called before anything is started: what was started first would be nobody's if we were killed before the
 * supervisor was there.
 */
export const readySupervisor = (host: Host): void => {
  supervisor(host);
};

/** Tells the supervisor that the group of `pid` lives. */
export const watchGroup = (host: Host, pid: number): void => {
  supervisor(host).stdin?.write(`+${pid}\n`);
};

/** Tells the supervisor that the group of `pid` has ended and its number may belong to another. */
export const forgetGroup = (pid: number): void => {
  running?.stdin?.write(`-${pid}\n`);
};

/** The supervisor's number, for tests; null before the first probe. */
export const supervisorPid = (): number | null => running?.pid ?? null;

/**
 * Has the terminal's modes saved, to be put back if we die in raw mode. To be called before the screen is drawn;
 * resolves when they are saved, or after `limitMs`. The answer releases the guard.
 */
export const guardTerminal = async (host: Host, limitMs = 1500): Promise<() => void> => {
  const child = supervisor(host);
  const saved = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    child.stdout?.once('data', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  child.stdin?.write('terminal on\n');
  await saved;
  return () => {
    child.stdin?.write('terminal off\n');
  };
};
