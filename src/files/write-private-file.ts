import {rename, unlink} from 'node:fs/promises';
import path from 'node:path';
import {makePrivateFolder} from './private-folder.ts';
import {syncFolder} from './sync-folder.ts';
import {writeTemp} from './write-temp.ts';

/**
 * Writes a file of our own store: 0600 in a 0700 folder, whole or not at all.
 * @throws the system's error (EACCES, ENOSPC …)
 */
export const writePrivateFile = async (file: string, bytes: Uint8Array | string): Promise<void> => {
  await makePrivateFolder(path.dirname(file));
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const temp = await writeTemp(file, content, {mode: 0o600, owner: null});
  try {
    await rename(temp, file);
  } catch (error) {
    await unlink(temp).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/** Renames a damaged file of our store to a free name beside it, so that no byte is lost; answers the new name. */
export const setAside = async (file: string, now: number): Promise<string> => {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const aside = `${file}.damaged-${stamp}-${Math.abs(now % 1000)}`;
  await rename(file, aside);
  return aside;
};
