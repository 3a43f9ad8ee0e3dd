import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How much of a trial is run: 1 is the full torture, the ordinary tests take a slice. */
export interface TrialOptions {
  readonly seed: number;
  readonly scale: number;
  /** The project's folder. */
  readonly root: string;
  /** The built program's launcher. */
  readonly program: string;
}

export interface Outcome {
  /** What was measured, in words and numbers. */
  readonly figures: string;
  /** Each thing that broke the promise. */
  readonly wrong: readonly string[];
  /** Why it could not be run here. */
  readonly notRun?: string;
}

/** One promise, tried until it breaks or holds. */
export interface Trial {
  readonly promise: string;
  readonly title: string;
  readonly run: (options: TrialOptions) => Promise<Outcome>;
}

/** `count` of a full run, scaled, at least one. */
export const scaled = (count: number, {scale}: TrialOptions): number => Math.max(1, Math.round(count * scale));

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

export const pick = <T>(random: () => number, items: readonly T[]): T => {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** A random part of the list, in the list's order. */
export const sample = <T>(random: () => number, items: readonly T[], count: number): readonly T[] => {
  if (items.length <= count) return items;
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(below(random, items.length));
  return items.filter((_, index) => chosen.has(index));
};

/** A folder that is gone when `work` is done: on the disk, in memory where the system has such a place, or below a path. */
export const withFolder = async <T>(
  work: (folder: string) => Promise<T>,
  place: 'disk' | 'fast' | `/${string}` = 'disk',
): Promise<T> => {
  const memory = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  const parent = place === 'disk' ? os.tmpdir() : place === 'fast' ? memory : place;
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(parent, 'mcp-fix-torture-')));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
  }
};

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

/** Runs a program to its end, or ends it after `limitMs`. */
export const runToEnd = (
  argv: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly input?: string;
    readonly limitMs?: number;
    readonly uid?: number;
    readonly gid?: number;
  } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const [file = '', ...args] = argv;
    const from = Date.now();
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      ...(options.uid === undefined ? {} : {uid: options.uid, gid: options.gid ?? options.uid}),
      timeout: options.limitMs ?? 60_000,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.once('error', reject);
    // What was left of a tree that was ended for its time may hold the pipes.
    child.once('exit', (_, signal) => {
      const letGo = (): void => {
        child.stdout.destroy();
        child.stderr.destroy();
      };
      if (signal === 'SIGKILL') setTimeout(letGo, 2000).unref();
    });
    child.once('close', (code, signal) => resolve({code, signal, out, err, ms: Date.now() - from}));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });

/** Does `work` for all items, `width` at a time. */
export const inLanes = async <T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({length: width}, lane));
};

/** Waits for a condition; answers whether it came true. */
export const until = async (isTrue: () => boolean | Promise<boolean>, ms: number): Promise<boolean> => {
  const end = Date.now() + ms;
  for (;;) {
    if (await isTrue()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** The first few of many, so that a report stays readable. */
export const few = (wrong: readonly string[]): readonly string[] => wrong.slice(0, 5);
