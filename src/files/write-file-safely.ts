import {readFileSync, renameSync, statSync} from 'node:fs';
import {lstat, open, readdir, readFile, realpath, stat, unlink} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../model/user-error.ts';
import type {CopyAttributes} from './attribute-copy.ts';
import {errorCode, isAbsence} from './error-code.ts';
import {sha256} from './sha256.ts';
import {syncFolder} from './sync-folder.ts';
import {whyNotWritten} from './why-not-written.ts';
import {isTempOf, type Ownership, writeTemp} from './write-temp.ts';

export interface SafeWrite {
  /** Hash of the bytes that this write replaces; null when there must be no file yet. */
  readonly expected: string | null;
  /** Permission bits of a file that is made anew; an existing one keeps its own. */
  readonly newMode: number;
  /** The user who runs us, null on Windows. */
  readonly uid: number | null;
  /** How the new file gets the old one's access list and extended attributes; without it they are lost. */
  readonly copyAttributes?: CopyAttributes | undefined;
}

/** `changed`: the file is no longer the one that was read; nothing was written. */
export type WriteOutcome =
  | {readonly kind: 'written'; readonly warnings: readonly string[]}
  | {readonly kind: 'changed'};

/**
 * Puts `bytes` in place of a person's file, all or nothing: whatever fails, the file is the old one or the new one.
 * A link stays a link; mode, owner, access list and extended attributes stay. Call it under the file's lock.
 * @throws UserError for a file that is not ours to write, and for each failure of the system; nothing is changed then
 */
export const writeFileSafely = async (file: string, bytes: Uint8Array, options: SafeWrite): Promise<WriteOutcome> => {
  let temp: string | undefined;
  try {
    const real = await realTarget(file);
    const ownership = await ownershipOf(real, file, options);
    await removeLeftovers(real);
    temp = await writeTemp(real, bytes, ownership);
    if (!(await replaceIfSame(temp, real, options.expected))) return {kind: 'changed'};
    temp = undefined;
    const warning = await syncFolder(path.dirname(real));
    return {kind: 'written', warnings: warning === null ? [] : [warning]};
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(whyNotWritten(file, errorCode(error)), 3);
  } finally {
    if (temp !== undefined) await unlink(temp).catch(() => undefined);
  }
};

/** The file behind all links; where there is none yet, its name in the real folder. */
export const realTarget = async (file: string): Promise<string> => {
  try {
    const real = await realpath(file);
    // Node shows bytes that are no UTF-8 as this sign, and then finds nothing under that name.
    if (real.includes('\ufffd') && (await lstat(real).catch(() => null)) === null) {
      throw new UserError(`${file} leads to a name that is no UTF-8. Rename that file or folder, then try again.`, 3);
    }
    return real;
  } catch (error) {
    if (!isAbsence(errorCode(error))) throw error;
    const link = await lstat(file).catch(() => null);
    if (link !== null) throw new UserError(`${file} is a link that leads nowhere. Mend the link, then try again.`, 3);
    return path.join(await realpath(path.dirname(file)), path.basename(file));
  }
};

const ownershipOf = async (real: string, file: string, options: SafeWrite): Promise<Ownership> => {
  const found = await stat(real).catch((error: unknown) => {
    if (isAbsence(errorCode(error))) return null;
    throw error;
  });
  if (found === null) return {mode: options.newMode, owner: null};
  const refuse = (why: string): never => {
    throw new UserError(`${file} was not changed: ${why}.`, 3);
  };
  if (!found.isFile()) refuse('it is not a regular file. Give the path of a file');
  if (found.nlink > 1)
    refuse('it has several names (hard links), and only one of them would change. Change it by hand');
  if (options.uid !== null && found.uid !== options.uid) {
    refuse('it belongs to another user. Ask its owner, or change it as that user');
  }
  if ((found.mode & 0o200) === 0) refuse('it is read-only. Make it writable if you may change it, then try again');
  // Opening for writing changes nothing, and shows an immutable file or a read-only disk before anything is made.
  await (await open(real, 'r+')).close();
  const kept = {mode: found.mode & 0o7777, owner: {uid: found.uid, gid: found.gid}};
  const {copyAttributes} = options;
  return copyAttributes === undefined ? kept : {...kept, likeOld: (temp) => copyAttributes(real, temp)};
};

/** Temporary files of a run that was killed; we hold the lock, so they are nobody's. */
const removeLeftovers = async (real: string): Promise<void> => {
  const folder = path.dirname(real);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => isTempOf(real, name));
  await Promise.all(left.map((name) => unlink(path.join(folder, name)).catch(() => undefined)));
};

const hashOf = async (real: string): Promise<string | null> => {
  try {
    return sha256(await readFile(real));
  } catch (error) {
    if (isAbsence(errorCode(error))) return null;
    throw error;
  }
};

/**
 * The last look and the rename, in one go: between two awaited calls another program would have milliseconds to write.
 * Windows refuses while a virus scanner or an editor holds the file open, for a moment as a rule.
 */
const replaceIfSame = async (temp: string, real: string, expected: string | null): Promise<boolean> => {
  for (let tries = 0; ; tries += 1) {
    const seen = stampOf(real);
    if (hashNow(real) !== expected) return false;
    try {
      // Reading and hashing takes milliseconds for a large file; what was written meanwhile shows in its stamp.
      if (stampOf(real) !== seen) return false;
      renameSync(temp, real);
      return true;
    } catch (error) {
      const isHeld = path.sep === '\\' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (!isHeld || tries >= 20) throw error;
      await wait(100);
    }
  }
};

/** Which file it is and when it was last written; null where there is none. */
const stampOf = (real: string): string | null => {
  const found = statSync(real, {bigint: true, throwIfNoEntry: false});
  return found === undefined ? null : `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
};

const hashNow = (real: string): string | null => {
  try {
    return sha256(readFileSync(real));
  } catch (error) {
    if (isAbsence(errorCode(error))) return null;
    throw error;
  }
};

/**
 * Removes a file that still has the bytes of `expected`. Call it under the file's lock.
 * @throws UserError when it has others by now, or the system refuses
 */
export const removeFileSafely = async (file: string, expected: string): Promise<void> => {
  try {
    const real = await realTarget(file);
    if ((await hashOf(real)) !== expected)
      throw new UserError(`${file} was written just now. Look at it, then try again.`, 3);
    await unlink(real);
    await syncFolder(path.dirname(real));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(whyNotWritten(file, errorCode(error)), 3);
  }
};
