import {chmod, mkdir, mkdtemp, rm} from 'node:fs/promises';
import path from 'node:path';
import {type Host, variable} from '../model/host.ts';

/** Makes a folder, and what is missing above it, that only its owner may enter, whatever the umask. */
export const makePrivateFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, {recursive: true, mode: 0o700});
  // mkdir answers undefined for a folder that was there: its mode is the person's own choice.
  if (first !== undefined) await chmod(folder, 0o700);
};

/**
 * A fresh folder of our own (0700) for a practice set-up or a test run.
 * @param host where its machine keeps temporary files; without it the platform's usual place
 */
export const makeTempFolder = (prefix: string, host?: Pick<Host, 'platform' | 'env'>): Promise<string> => {
  const named = host && (variable(host, 'TMPDIR') ?? variable(host, 'TEMP') ?? variable(host, 'TMP'));
  const root = named || (path.sep === '\\' ? 'C:\\Windows\\Temp' : '/tmp');
  return mkdtemp(path.join(root, `${path.basename(prefix).replace(/-$/, '')}-`));
};

/** Removes a folder that `makeTempFolder` made, with all in it. Silent where it is gone already. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, {recursive: true, force: true, maxRetries: 3});
