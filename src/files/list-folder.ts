import {statSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';

export interface FolderItem {
  readonly name: string;
  /** Links followed. */
  readonly isFolder: boolean;
  readonly isFile: boolean;
}

/** What a folder holds, by name. Empty where there is no folder or it may not be read. Never throws. */
export const listFolder = async (folder: string): Promise<readonly FolderItem[]> => {
  // Most folders that are asked for are not there, and to be told so by another thread takes ten times as long.
  if (isMissing(folder)) return [];
  const items = await readdir(folder, {withFileTypes: true}).catch(() => []);
  const seen = await Promise.all(
    items.map(async (item): Promise<FolderItem> => {
      if (!item.isSymbolicLink()) return {name: item.name, isFolder: item.isDirectory(), isFile: item.isFile()};
      const target = await stat(path.join(folder, item.name)).catch(() => null);
      return {name: item.name, isFolder: target?.isDirectory() ?? false, isFile: target?.isFile() ?? false};
    }),
  );
  return seen.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};

const isMissing = (folder: string): boolean => {
  try {
    return statSync(folder, {throwIfNoEntry: false}) === undefined;
  } catch {
    return false; // It may not be looked at: the listing says so itself.
  }
};
