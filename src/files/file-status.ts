import {accessSync, constants, lstatSync, realpathSync, statSync} from 'node:fs';
import {errorCode, isAbsence} from './error-code.ts';

export interface FileStatus {
  /** Something bears this name, were it a broken link or a thing that may not be looked at. */
  readonly exists: boolean;
  readonly kind: 'file' | 'folder' | 'link-broken' | 'other' | 'none';
  /** This user may run it (for a folder: enter it). On Windows: it exists. */
  readonly isExecutable: boolean;
  readonly isReadable: boolean;
  readonly bytes: number;
  /** Permission bits, e.g. 0o755; 0 where there is nothing. */
  readonly mode: number;
  readonly realPath: string | null;
}

const NONE: FileStatus = {
  exists: false,
  kind: 'none',
  isExecutable: false,
  isReadable: false,
  bytes: 0,
  mode: 0,
  realPath: null,
};

/** What stands under a name, links followed. Never throws, opens nothing. */
export const fileStatus = async (path: string): Promise<FileStatus> => {
  try {
    const found = statSync(path, {throwIfNoEntry: false});
    if (found === undefined) return statusOfLink(path);
    const [isReadable, isExecutable, real] = [
      isAllowed(path, constants.R_OK),
      isAllowed(path, constants.X_OK),
      realpathSync.native(path),
    ];
    return {
      exists: true,
      kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
      isExecutable,
      isReadable,
      bytes: found.size,
      mode: found.mode & 0o7777,
      realPath: real,
    };
  } catch (error) {
    return isAbsence(errorCode(error)) || errorCode(error) === 'ELOOP' ? statusOfLink(path) : unseen(error);
  }
};

/** A link whose target is gone, or that leads round in a circle, is there all the same. */
const statusOfLink = (path: string): FileStatus => {
  try {
    const link = lstatSync(path, {throwIfNoEntry: false});
    if (link === undefined) return NONE;
    return {...NONE, exists: true, kind: 'link-broken', mode: link.mode & 0o7777};
  } catch (error) {
    return unseen(error);
  }
};

/** EACCES on the way: whether something is there cannot be seen; it is told as 'other' and not as nothing. */
const unseen = (error: unknown): FileStatus =>
  errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM' ? {...NONE, exists: true, kind: 'other'} : NONE;

const isAllowed = (path: string, what: number): boolean => {
  try {
    accessSync(path, what);
    return true;
  } catch {
    return false;
  }
};
