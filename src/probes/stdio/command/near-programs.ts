import {fileStatus, listFolder} from '../../../files/index.ts';
import type {FoundProgram} from '../../../model/evidence.ts';
import {type Host, pathsOf} from '../../../model/host.ts';
import {editDistance} from '../../../model/nearest.ts';
import {findProgram} from './find-program.ts';
import type {KnownFolder} from './known-folders.ts';
import {versionInPath} from './known-folders.ts';

/** Where else a program of that name is: the person's own PATH, known folders, the project's own programs. */
export const findElsewhere = async (
  host: Host,
  name: string,
  options: {
    readonly shell: readonly string[];
    readonly known: readonly KnownFolder[];
    readonly projects: readonly string[];
    readonly cwd: string;
    readonly except: string | null;
  },
): Promise<readonly FoundProgram[]> => {
  const {join} = pathsOf(host);
  const owners = new Map(options.known.map(({folder, owner}) => [folder, owner]));
  const places: readonly (readonly [string, FoundProgram['source'], string | null])[] = [
    ...options.shell.map((folder) => [folder, 'shell-path', owners.get(folder) ?? null] as const),
    ...options.known.map(({folder, owner}) => [folder, 'known-folder', owner] as const),
    ...options.projects.flatMap((dir) => [
      [join(dir, 'node_modules', '.bin'), 'project', 'npm'] as const,
      [join(dir, '.venv', host.platform === 'win32' ? 'Scripts' : 'bin'), 'project', 'venv'] as const,
      [join(dir, 'venv', host.platform === 'win32' ? 'Scripts' : 'bin'), 'project', 'venv'] as const,
    ]),
  ];
  const out: FoundProgram[] = [];
  const real = new Set<string>();
  for (const [folder, source, owner] of places) {
    const path = await findProgram(host, [folder], name, options.cwd);
    if (path === null || path === options.except || out.some((one) => one.path === path)) continue;
    const {isExecutable, realPath} = await fileStatus(path);
    // /bin is /usr/bin on many machines: the same program by another way is told once.
    if (!isExecutable || (realPath !== null && real.has(realPath))) continue;
    if (realPath !== null) real.add(realPath);
    out.push({path, source, owner, version: versionInPath(folder)});
    if (out.length >= 12) break;
  }
  return out;
};

const MOST_FOLDERS = 60;

/** Programs of a nearly equal name, nearest first; 'python' also finds 'python3', 'pip' finds 'pip3.12'. */
export const findNearNames = async (
  host: Host,
  name: string,
  folders: readonly string[],
): Promise<readonly FoundProgram[]> => {
  if (name.length < 2) return [];
  const {join} = pathsOf(host);
  const wanted = name.toLowerCase();
  const limit = Math.min(2, Math.max(1, Math.floor(name.length / 3)));
  const found = new Map<string, {readonly path: string; readonly distance: number}>();
  for (const folder of folders.slice(0, MOST_FOLDERS)) {
    for (const one of await listFolder(folder)) {
      const bare = one.name.replace(/\.(exe|cmd|bat|ps1|com)$/i, '').toLowerCase();
      if (bare === wanted || found.has(one.name)) continue;
      const rest = bare.startsWith(wanted) ? bare.slice(wanted.length) : null;
      const isVersioned = rest !== null && /^-?\d+(\.\d+)*$/.test(rest);
      if (!isVersioned && Math.abs(bare.length - wanted.length) > limit) continue;
      const distance = isVersioned ? Math.min(1, rest.length) : editDistance(wanted, bare);
      // One letter of a two-letter word is a different word.
      if (distance <= limit && (isVersioned || wanted.length > 2))
        found.set(one.name, {path: join(folder, one.name), distance});
    }
  }
  const sorted = [...found.values()]
    .sort((a, b) => a.distance - b.distance || a.path.length - b.path.length)
    .slice(0, 12);
  const programs: FoundProgram[] = [];
  for (const {path} of sorted) {
    const status = await fileStatus(path);
    if (status.kind === 'file' && status.isExecutable)
      programs.push({path, source: 'near-name', owner: null, version: null});
    if (programs.length >= 5) break;
  }
  return programs;
};
