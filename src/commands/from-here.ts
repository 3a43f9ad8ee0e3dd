import path from 'node:path';
import type {Host} from '../model/host.ts';
import {UserError} from '../model/user-error.ts';

/**
 * A path as the person wrote it, seen from the folder they are in.
 * @throws UserError where that folder has been deleted and the path leads through it
 */
export const fromHere = (host: Pick<Host, 'cwd'>, file: string): string => {
  if (path.isAbsolute(file)) return file;
  if (host.cwd === null)
    throw new UserError('The folder you are in has been deleted. Go to one that exists (cd), or give the whole path.');
  return path.resolve(host.cwd, file);
};
