import {randomBytes} from 'node:crypto';
import {rename, rm, unlink} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../model/user-error.ts';
import {errorCode} from './error-code.ts';
import {makePrivateFolder} from './private-folder.ts';
import {syncFolder} from './sync-folder.ts';
import {whyNotWritten} from './why-not-written.ts';
import {writeTemp} from './write-temp.ts';

/**
 * Writes a file of our own store: 0600 in a 0700 folder, whole or not at all.
 * @throws the system's error (EACCES, ENOSPC …)
 */
export const writePrivateFile = async (file: string, bytes: Uint8Array | string): Promise<void> => {
  await makePrivateFolder(path.dirname(file));
  const temp = await writeTemp(file, Buffer.from(bytes), {mode: 0o600, owner: null});
  try {
    await rename(temp, file);
  } catch (error) {
    await unlink(temp).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/**
 * Writes a file that the person asked for (a report, an export), whole or not at all, in place of an older one.
 * @throws UserError when it cannot be written there
 */
export const writeNewFile = async (file: string, text: string): Promise<void> => {
  try {
    await writePrivateFile(file, text);
  } catch (error) {
    throw new UserError(whyNotWritten(file, errorCode(error)), 3);
  }
};

/** Renames a damaged file of our store to a free name beside it, so that no byte is lost; answers the new name. */
export const setAside = async (file: string): Promise<string> => {
  const aside = `${file}.damaged-${randomBytes(4).toString('hex')}`;
  await rename(file, aside);
  return aside;
};

/** Removes a file of our own store; silent where there is none. */
export const removePrivateFile = (file: string): Promise<void> => rm(file, {force: true});
