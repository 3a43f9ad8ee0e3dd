import {Console} from 'node:console';
import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';
import {runWizard} from '../../src/wizard/index.ts';
import type {World} from './world.ts';

const DEADLINE_MS = 4000;

// The test runner's console has no constructor, and Ink, which guards the frame against stray prints, needs it.
if (!('Console' in console)) Object.assign(console, {Console});

export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  up: '\u001b[A',
  down: '\u001b[B',
  end: '\u001b[F',
  ctrlC: '\u0003',
  ctrlR: '\u0012',
  backspace: '\u007f',
} as const;

/** The wizard on a real terminal emulator: what a person would see, and every byte that was written. */
export interface Opened {
  readonly lines: () => readonly string[];
  readonly raw: () => string;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Waits until the words are on the screen. */
  readonly see: (words: string | RegExp) => Promise<string>;
  readonly gone: (words: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => void;
  readonly endInput: () => void;
  readonly interrupt: () => void;
  readonly code: Promise<number>;
}

export interface OpenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly screenReader?: boolean;
}

export const openWizard = (world: Pick<World, 'ports'>, options: OpenOptions = {}): Opened => {
  const columns = options.columns ?? 80;
  const rows = options.rows ?? 24;
  const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
  let raw = '';
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    write: (text: string) => {
      raw += text;
      terminal.write(text);
      return true;
    },
  });
  const waiting: string[] = [];
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    setEncoding: () => undefined,
    setRawMode: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
    ref: () => undefined,
    unref: () => undefined,
    read: () => waiting.shift() ?? null,
  });
  const stop = new AbortController();
  const code = runWizard(world.ports, {
    // The parsing edge: the parts of a stream that Ink uses.
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stdout as unknown as NodeJS.WriteStream,
    screenReader: options.screenReader ?? false,
    ascii: false,
    jobs: null,
    signal: stop.signal,
  });
  const lines = (): readonly string[] => {
    const buffer = terminal.buffer.active;
    return Array.from({length: buffer.length}, (_, index) => buffer.getLine(index)?.translateToString(true) ?? '');
  };
  const until = async (isTrue: () => boolean, what: string): Promise<void> => {
    const end = performance.now() + DEADLINE_MS;
    while (!isTrue()) {
      if (performance.now() > end) throw new Error(`not within ${DEADLINE_MS} ms: ${what}\n${lines().join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    lines,
    raw: () => raw,
    press: async (...keys) => {
      for (const key of keys) {
        waiting.push(key);
        stdin.emit('readable');
        // A lone Esc is taken as such after a turn of the event loop.
        await new Promise((resolve) => setImmediate(resolve));
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    see: async (words) => {
      const has = (): boolean =>
        typeof words === 'string' ? lines().join('\n').includes(words) : words.test(lines().join('\n'));
      await until(has, String(words));
      return lines().join('\n');
    },
    gone: (words) => until(() => !lines().join('\n').includes(words), `gone: ${words}`),
    resize: (cols, high) => {
      terminal.resize(cols, high);
      Object.assign(stdout, {columns: cols, rows: high});
      stdout.emit('resize');
    },
    endInput: () => void stdin.emit('end'),
    interrupt: () => stop.abort(),
    code,
  };
};
