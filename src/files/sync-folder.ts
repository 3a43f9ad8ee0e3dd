import {open} from 'node:fs/promises';
import {errorCode} from './error-code.ts';

/**
 * Makes a rename in this folder survive a power cut. Answers a warning, never throws: the new file is in place, and
 * some file systems (and Windows) know no such thing.
 */
export const syncFolder = async (folder: string): Promise<string | null> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    const code = errorCode(error);
    if (['EISDIR', 'EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EBADF'].includes(code)) return null;
    return `The file is written; the system could not confirm that its folder is on the disk (${code}).`;
  }
};
