import {readdirSync, readFileSync, readlinkSync} from 'node:fs';

/*
 * Files that the kernel makes while they are read (/proc): they never wait for a disk, and a look at many of them is only
 * worth something when nothing of ours comes in between. So these read at once and not through promises.
 */

/** The text of such a file; null where it is not there or may not be read. Never throws. */
export const kernelText = (path: string): string | null => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
};

/** The names in such a folder; null as above. */
export const kernelNames = (path: string): readonly string[] | null => {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
};

/** Where such a link leads, e.g. 'socket:[1234]'; null as above. */
export const kernelLink = (path: string): string | null => {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
};
