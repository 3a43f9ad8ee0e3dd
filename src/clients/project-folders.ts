import {type Host, pathsOf} from '../model/host.ts';
import type {Disk} from './disk.ts';

const MAX_LEVELS = 24;

/**
 * The project folder, then its parents up to the repository's root (the folder that holds `.git`), nearest first.
 * Where no repository is found, the project folder alone. The home folder and the file system's root end the search.
 */
export const projectFolders = async (host: Host, projectDir: string | null, disk: Disk): Promise<readonly string[]> => {
  if (projectDir === null || projectDir === '') return [];
  const paths = pathsOf(host);
  const start = paths.normalize(projectDir).replace(/(?<=[^:\\/])[\\/]+$/, '');
  const folders: string[] = [];
  let folder = start;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    folders.push(folder);
    if ((await disk.status(paths.join(folder, '.git'))).exists) return folders;
    const parent = paths.dirname(folder);
    if (parent === folder || folder === host.home) break;
    folder = parent;
  }
  return [start];
};
