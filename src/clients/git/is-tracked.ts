import {type Host, pathsOf} from '../../model/host.ts';
import type {Disk} from '../disk.ts';
import {pathsInIndex} from './index-paths.ts';

const MAX_INDEX_BYTES = 32 * 1024 * 1024;
const MAX_LEVELS = 24;

/**
 * Whether files are under version control, seen from git's own index without starting git.
 * Answers true or false where the index could be read or no repository is above the file; null where it is not sure.
 */
export const createTrackedLook = async (
  files: readonly string[],
  host: Host,
  disk: Disk,
): Promise<(file: string) => boolean | null> => {
  const paths = pathsOf(host);
  const roots = new Map<string, Promise<string | null>>();
  const indexes = new Map<string, Promise<ReadonlySet<string> | null>>();
  const rootOf = (folder: string, level: number): Promise<string | null> => {
    const known = roots.get(folder);
    if (known !== undefined) return known;
    const asked = (async (): Promise<string | null> => {
      if ((await disk.status(paths.join(folder, '.git'))).exists) return folder;
      const parent = paths.dirname(folder);
      return parent === folder || level > MAX_LEVELS ? null : rootOf(parent, level + 1);
    })();
    roots.set(folder, asked);
    return asked;
  };
  const answers = new Map<string, boolean | null>();
  for (const file of new Set(files)) {
    const root = await rootOf(paths.dirname(file), 0);
    if (root === null) {
      answers.set(file, false);
      continue;
    }
    const index = indexes.get(root) ?? indexOf(root, paths, disk);
    indexes.set(root, index);
    const tracked = await index;
    const name = paths.relative(root, file).split(paths.sep).join('/');
    answers.set(file, tracked === null ? null : tracked.has(name));
  }
  return (file) => answers.get(file) ?? null;
};

/** The index of a repository or of a linked work tree, whose `.git` is a file that names the folder. */
const indexOf = async (
  root: string,
  paths: ReturnType<typeof pathsOf>,
  disk: Disk,
): Promise<ReadonlySet<string> | null> => {
  const git = paths.join(root, '.git');
  const link = await disk.read(git, {maxBytes: 4096});
  const named = link.kind === 'bytes' ? /^gitdir:\s*(.+?)\s*$/m.exec(link.bytes.toString('utf8'))?.[1] : undefined;
  const folder = named === undefined ? git : paths.resolve(root, named);
  const read = await disk.read(paths.join(folder, 'index'), {maxBytes: MAX_INDEX_BYTES});
  // A repository without an index tracks nothing yet.
  if (read.kind === 'missing') return new Set();
  return read.kind === 'bytes' ? pathsInIndex(read.bytes) : null;
};
