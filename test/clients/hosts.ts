import type {Disk} from '../../src/clients/disk.ts';
import type {FileStatus, FolderItem, ReadResult} from '../../src/files/index.ts';
import {type Host, pathsOf} from '../../src/model/host.ts';

export type Platform = Host['platform'];
export const PLATFORMS: readonly Platform[] = ['linux', 'darwin', 'win32'];

const HOMES = {linux: '/home/dev', darwin: '/Users/dev', win32: 'C:\\Users\\dev'} as const;
export const PROJECTS = {linux: '/work/app', darwin: '/Users/dev/app', win32: 'C:\\work\\app'} as const;

/** A machine of that system, made up: nothing of the real one. */
export const hostOf = (platform: Platform, env: Readonly<Record<string, string>> = {}, home?: string): Host => ({
  platform,
  arch: 'x64',
  osRelease: '1',
  home: home ?? HOMES[platform],
  cwd: PROJECTS[platform],
  env,
  node: {path: '/usr/bin/node', version: '20.20.0'},
  cores: 2,
  uid: 1000,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '0.0.0',
  now: () => 1_790_000_000_000,
});

const NONE: FileStatus = {
  exists: false,
  kind: 'none',
  isExecutable: false,
  isReadable: false,
  bytes: 0,
  mode: 0,
  realPath: null,
};

/** A disk of another system, held in memory: paths of that system and what the files hold. */
export const diskOf = (platform: Platform, files: Readonly<Record<string, string | Buffer>>): Disk => {
  const paths = pathsOf({platform});
  const under = (folder: string): readonly string[] =>
    Object.keys(files).filter((path) => path.startsWith(folder + paths.sep));
  return {
    read: async (path): Promise<ReadResult> => {
      const found = files[path];
      if (found === undefined) return {kind: 'missing'};
      return {kind: 'bytes', bytes: Buffer.from(found), realPath: path, mode: 0o600, mtimeMs: 0};
    },
    list: async (folder): Promise<readonly FolderItem[]> => {
      const names = new Map<string, FolderItem>();
      for (const path of under(folder)) {
        const [name = '', ...rest] = path.slice(folder.length + 1).split(paths.sep);
        names.set(name, {name, isFolder: rest.length > 0, isFile: rest.length === 0});
      }
      return [...names.values()];
    },
    status: async (path): Promise<FileStatus> => {
      const found = files[path];
      if (found !== undefined)
        return {...NONE, exists: true, kind: 'file', isReadable: true, bytes: found.length, realPath: path};
      return under(path).length > 0 ? {...NONE, exists: true, kind: 'folder', realPath: path} : NONE;
    },
  };
};
