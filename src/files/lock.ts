import {mkdir, rename, rm, rmdir, stat} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../model/user-error.ts';
import {errorCode} from './error-code.ts';
import {whyNotWritten} from './why-not-written.ts';

export interface LockOptions {
  readonly now: () => number;
  /** How long to wait for another writer, in milliseconds. */
  readonly waitMs?: number;
  /** A lock whose holder has not touched it for this long is left over, in milliseconds. */
  readonly staleMs?: number;
}

const PAUSE_MS = 40;

/**
 * Runs `work` while holding `<file>.lock`. Clients make theirs as a file or as a folder; `mkdir` fails on either, so
 * both are honoured. A client that is alive renews its lock every few seconds; one that is older than `staleMs` is
 * moved aside first, so that two who see it stale cannot both take it.
 * @throws UserError when somebody keeps the lock, or none can be made there
 */
export const withLock = async <T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> => {
  const lock = `${file}.lock`;
  await take(lock, file, options);
  try {
    return await work();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
};

const take = async (lock: string, file: string, options: LockOptions): Promise<void> => {
  const {waitMs = 5000, staleMs = 15_000} = options;
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await mkdir(lock, {mode: 0o700});
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw new UserError(whyNotWritten(file, errorCode(error)), 3);
    }
    const held = await stat(lock).catch(() => null);
    if (held !== null && options.now() - held.mtimeMs > staleMs) await moveAside(lock, held.ino);
    else if (waited >= waitMs) {
      throw new UserError(
        `Another program is writing ${file} (it holds ${lock}). Close it and try again; when none is running, remove that lock.`,
        3,
      );
    } else await wait(PAUSE_MS);
  }
};

const moveAside = async (lock: string, inode: number): Promise<void> => {
  const aside = `${lock}.stale-${inode}`;
  try {
    await rename(lock, aside);
    await rm(aside, {recursive: true, force: true});
  } catch (error) {
    // Somebody else was faster: the next round sees what is there now.
    if (errorCode(error) !== 'ENOENT') throw new UserError(whyNotWritten(lock, errorCode(error)), 3);
  }
};
