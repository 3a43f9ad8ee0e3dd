import {lstat, rm, rmdir} from 'node:fs/promises';
import path from 'node:path';
import type {Host} from '../model/host.ts';
import {dataFolders} from './data-folders.ts';
import {listFolder} from './list-folder.ts';

/** What we make below our data and configuration folders; whatever else lies there is the person's. */
const OURS =
  /^(?:journal|backups|records|(?:approvals|preferences)\.json(?:\.damaged-.*|\.tmp-.*)?|onboarding|unfinished|mcp-fixes\.md)$/;

/** Removes all that mcp-fix keeps, backups with secrets included, and answers the paths that went. */
export const purge = async (host: Pick<Host, 'platform' | 'env' | 'home'>): Promise<readonly string[]> => {
  const folders = dataFolders(host);
  if (folders === null) return [];
  const removed: string[] = [];
  for (const folder of new Set([folders.data, folders.config])) {
    for (const {name} of await listFolder(folder)) {
      if (!OURS.test(name)) continue;
      removed.push(path.join(folder, name));
      await rm(path.join(folder, name), {recursive: true, force: true, maxRetries: 3});
    }
    const isOwnFolder = await lstat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    // Fails on a folder that still holds something, and that is right.
    if (isOwnFolder) await rmdir(folder).catch(() => undefined);
  }
  return removed;
};
