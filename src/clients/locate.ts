import {type Host, pathsOf} from '../model/host.ts';
import type {ConfigFile} from './client.ts';
import type {Disk} from './disk.ts';

export interface Located {
  readonly file: ConfigFile;
  readonly path: string;
}

/** At most this many files for one pattern; a folder of thousands of profiles is no configuration. */
const MAX_MATCHES = 64;

/** The paths of a client's files: `*` in a path becomes the names that are there. */
export const locate = async (files: readonly ConfigFile[], host: Host, disk: Disk): Promise<readonly Located[]> => {
  const found = await Promise.all(files.map((file) => locateOne(file, host, disk)));
  return found.flat();
};

const locateOne = async (file: ConfigFile, host: Host, disk: Disk): Promise<readonly Located[]> => {
  if (file.onlyWith !== null && (await disk.status(file.onlyWith)).kind !== 'folder') return [];
  if (!file.path.includes('*')) return [{file, path: file.path}];
  const paths = pathsOf(host);
  const parts = file.path.split(paths.sep);
  let folders = [''];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (!part.includes('*')) {
      folders = folders.map((folder) => (index === 0 ? part : folder + paths.sep + part));
      continue;
    }
    const form = new RegExp(`^${part.split('*').map(literally).join('[^\\\\/]*')}$`);
    const next: string[] = [];
    for (const folder of folders)
      for (const item of await disk.list(folder))
        if ((isLast ? item.isFile : item.isFolder) && form.test(item.name)) next.push(folder + paths.sep + item.name);
    folders = next.slice(0, MAX_MATCHES);
  }
  return folders.map((path) => ({file, path}));
};

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
