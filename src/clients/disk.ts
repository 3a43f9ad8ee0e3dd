import {
  type FileStatus,
  type FolderItem,
  fileStatus,
  listFolder,
  type ReadResult,
  readFileBounded,
} from '../files/index.ts';

/** What clients ask of the disk: reading only, always bounded. A value, so that tests can lay out another system's paths. */
export interface Disk {
  readonly read: (path: string, limit?: {readonly maxBytes?: number}) => Promise<ReadResult>;
  readonly list: (path: string) => Promise<readonly FolderItem[]>;
  readonly status: (path: string) => Promise<FileStatus>;
}

export const REAL_DISK: Disk = {read: readFileBounded, list: listFolder, status: fileStatus};

/** A disk that asks each question once; what was read stays as it was for this run. */
export const rememberingDisk = (disk: Disk): Disk => {
  const texts = new Map<string, Promise<ReadResult>>();
  const folders = new Map<string, Promise<readonly FolderItem[]>>();
  const looks = new Map<string, Promise<FileStatus>>();
  return {
    read: (path, limit) => once(texts, path, () => disk.read(path, limit)),
    list: (path) => once(folders, path, () => disk.list(path)),
    status: (path) => once(looks, path, () => disk.status(path)),
  };
};

/**
 * A disk that asks what stands under a name once. Texts are not kept; a file in a folder that is not there is missing
 * without being opened.
 */
export const rememberingLooks = (disk: Disk): Disk => {
  const looks = new Map<string, Promise<FileStatus>>();
  const status = (path: string): Promise<FileStatus> => once(looks, path, () => disk.status(path));
  // Words like '-y' stand in a thousand entries, and are no file in any of them.
  const reads = new Map<string, Promise<ReadResult>>();
  const readNow = async (path: string, limit?: {readonly maxBytes?: number}): Promise<ReadResult> => {
    const folder = /^(.+)[\\/][^\\/]+$/.exec(path)?.[1];
    if (folder !== undefined && (await status(folder)).kind === 'none') return {kind: 'missing'};
    const read = await disk.read(path, limit);
    if (read.kind !== 'missing') reads.delete(path);
    return read;
  };
  return {
    read: (path, limit) => once(reads, path, () => readNow(path, limit)),
    list: disk.list,
    status,
  };
};

const once = <T>(memory: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
  const known = memory.get(key) ?? ask();
  memory.set(key, known);
  return known;
};
