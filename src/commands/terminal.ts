import process from 'node:process';
import type {Host} from '../model/host.ts';
import {printable, streamable} from '../model/printable.ts';
import type {JobControl} from '../wizard/job-control.ts';

/** What a command may do to the outside: two streams of text and one of input. Tests give their own. */
export interface Terminal {
  /** The result: what a script reads. */
  readonly out: (text: string) => void;
  /** The same for a document of the person's own, which is to come out byte for byte. Absent: as `out`. */
  readonly outExact?: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** All of standard input, at most 1 MB or so many characters; '' when it is a terminal. */
  readonly readInput: (limit?: number) => Promise<string>;
  /** Ends when the person interrupts (Ctrl-C) or the machine asks us to stop. */
  readonly signal: AbortSignal;
}

const INPUT_LIMIT = 1024 * 1024;

/** The process's own streams, and its interruption as a signal. */
export const processTerminal = (): Terminal => {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort(name));
  // A reader that went away (`| head`) is no fault of ours.
  process.stdout.on('error', () => interrupted.abort('EPIPE'));
  return {
    out: (text) => void process.stdout.write(streamable(text)),
    outExact: (text) => void process.stdout.write(text),
    // Words for a person may quote a file's or a server's; none of them is a control sequence of ours.
    err: (text) => void process.stderr.write(printable(text)),
    readInput: async (limit = INPUT_LIMIT) => {
      if (process.stdin.isTTY === true) return '';
      let text = '';
      process.stdin.setEncoding('utf8');
      for await (const part of process.stdin) {
        text += String(part);
        if (text.length > limit) break;
      }
      return text.slice(0, limit);
    },
    signal: interrupted.signal,
  };
};

/** How the shell stops us for a while and lets us go on; null on Windows, which has no such thing. */
export const jobControl = (): JobControl | null => {
  if (process.platform === 'win32') return null;
  const asked = new Set<() => void>();
  const ask = (): void => {
    for (const listener of asked) listener();
  };
  return {
    stop: () => {
      // With a listener the signal would not stop us. To the whole group, as the terminal does: npx stands above us.
      process.removeListener('SIGTSTP', ask);
      process.kill(0, 'SIGTSTP');
      if (asked.size > 0) setImmediate(() => process.on('SIGTSTP', ask));
    },
    onStop: (listener) => {
      if (asked.size === 0) process.on('SIGTSTP', ask);
      asked.add(listener);
      return () => {
        asked.delete(listener);
        if (asked.size === 0) process.removeListener('SIGTSTP', ask);
      };
    },
    onContinue: (listener) => {
      process.on('SIGCONT', listener);
      return () => process.removeListener('SIGCONT', listener);
    },
  };
};

/** The number of this process. */
export const ownPid = (): number => process.pid;

/** The words after the program's name. */
export const commandLine = (): readonly string[] => process.argv.slice(2);

/** The process's own streams, for the wizard's screens. */
export const streams = (): {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
} => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});

/** How wide a text on standard output may be: a file or a pipe has no end of the line. */
export const columnsOf = (host: Pick<Host, 'terminal'>): number =>
  host.terminal.stdout ? Math.max(40, host.terminal.columns) : Number.POSITIVE_INFINITY;
