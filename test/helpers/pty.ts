import path from 'node:path';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {root} from './source-files.ts';

/** The built program. */
export const BIN = path.join(root, 'bin/mcp-fix.js');

export interface PtyOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
  /** Another program than ours: argv. */
  readonly argv?: readonly string[];
}

export interface PtySession {
  /** The visible screen, without trailing blanks. */
  readonly screen: () => string;
  /** Everything that was ever on the screen, scrollback included. */
  readonly history: () => string;
  /** The raw bytes that the program wrote. */
  readonly raw: () => string;
  /** Waits until the screen shows it. Rejects with the last screen after `limitMs`. */
  readonly waitFor: (what: RegExp | string, limitMs?: number) => Promise<string>;
  readonly press: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly exited: Promise<{readonly code: number; readonly signal: number | undefined}>;
  readonly pid: number;
  readonly kill: (signal?: string) => void;
}

export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  right: '\u001b[C',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  backspace: '\u007f',
  tab: '\t',
} as const;

/** Runs the built program in a real pseudo-terminal and keeps its screen. */
export const openPty = (options: PtyOptions): PtySession => {
  const {columns = 100, rows = 40} = options;
  const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 5000});
  const [file = process.execPath, ...args] = options.argv ?? [process.execPath, BIN, ...options.args];
  let raw = '';
  let ended: string | null = null;
  const listeners = new Set<() => void>();
  const child: IPty = spawn(file, args, {
    cols: columns,
    rows,
    cwd: options.cwd,
    env: {TERM: 'xterm-256color', ...options.env},
    encoding: 'utf8',
  });
  const exited = new Promise<{code: number; signal: number | undefined}>((resolve) => {
    child.onExit(({exitCode, signal}) => {
      ended = `the program ended with code ${exitCode}`;
      // The last words may still be on their way to the screen.
      setTimeout(() => {
        for (const listener of listeners) listener();
        resolve({code: exitCode, signal});
      }, 50);
    });
  });
  child.onData((text) => {
    raw += text;
    terminal.write(text, () => {
      for (const listener of listeners) listener();
    });
  });
  // The emulator answers questions of the program (cursor position …), as a terminal does.
  terminal.onData((answer) => child.write(answer));

  const lines = (from: number, to: number): string =>
    Array.from(
      {length: Math.max(0, to - from)},
      (_, index) => terminal.buffer.active.getLine(from + index)?.translateToString(true) ?? '',
    )
      .join('\n')
      .replace(/\s+$/, '');
  const screen = (): string =>
    lines(terminal.buffer.active.viewportY, terminal.buffer.active.viewportY + terminal.rows);
  const history = (): string => lines(0, terminal.buffer.active.length);

  return {
    screen,
    history,
    raw: () => raw,
    press: (keys) => child.write(keys),
    resize: (toColumns, toRows) => {
      child.resize(toColumns, toRows);
      terminal.resize(toColumns, toRows);
    },
    exited,
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    waitFor: (what, limitMs = 20_000) =>
      new Promise<string>((resolve, reject) => {
        const isThere = (text: string): boolean => (typeof what === 'string' ? text.includes(what) : what.test(text));
        const settle = (): void => {
          const now = screen();
          if (isThere(now)) done(() => resolve(now));
          else if (ended !== null) done(() => reject(new Error(`${ended}; waited for ${what}. The screen:\n${now}`)));
        };
        const timer = setTimeout(
          () => done(() => reject(new Error(`after ${limitMs} ms still no ${what}. The screen:\n${screen()}`))),
          limitMs,
        );
        const done = (then: () => void): void => {
          clearTimeout(timer);
          listeners.delete(settle);
          then();
        };
        listeners.add(settle);
        settle();
      }),
  };
};
