import {fileStatus, listFolder} from '../../../files/index.ts';
import type {PathArgument} from '../../../model/evidence.ts';
import {type Host, pathsOf} from '../../../model/host.ts';
import {editDistance} from '../../../model/nearest.ts';
import {scriptPlace} from './arguments-layout.ts';
import {unwrapped} from './command-words.ts';

/** Every argument that seems to name a file or folder, and what is there. */
export const lookAtPathArguments = async (
  host: Host,
  options: {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    /** Other folders in which a relative path may have been meant. */
    readonly roots: readonly string[];
  },
): Promise<readonly PathArgument[]> => {
  const {command, args, cwd} = options;
  const script = scriptPlace(command, args)?.index ?? null;
  const {name, offset} = unwrapped(command, args);
  const out: PathArgument[] = [];
  for (const [index, text] of args.entries()) {
    if (index < offset - 1 || text === '' || text.length > 1000) continue;
    const isScript = index === script;
    if (!isScript && !seemsPath(host, text, args[index - 1] ?? '', name)) continue;
    const paths = pathsOf(host);
    const resolved = paths.resolve(cwd, text);
    const {kind} = await fileStatus(resolved);
    const exists = kind === 'file' || kind === 'folder' || kind === 'other';
    out.push({
      index,
      text,
      resolved,
      exists,
      kind: kind === 'file' || kind === 'folder' ? kind : 'none',
      isScript,
      isRelative: !paths.isAbsolute(text),
      near: exists && !(isScript && kind === 'folder') ? [] : await nearFiles(host, text, resolved, options.roots),
      hasTilde: text.startsWith('~'),
    });
    if (out.length >= 20) break;
  }
  return out;
};

const seemsPath = (host: Host, text: string, before: string, program: string): boolean => {
  if (/^-/.test(text) || /^[a-z][a-z0-9+.-]+:\/\//i.test(text) || /[\n*?<>|]/.test(text)) return false;
  if (/^(npm|pypi|jsr|file|git|github|data):/i.test(text)) return false;
  // `docker run -v /a:/b image /app`: paths inside the image are not ours to look at.
  if (/^(docker|podman|nerdctl|ssh|wsl)$/.test(program)) return false;
  if (/^(~[\\/]|\.{1,2}[\\/])/.test(text)) return true;
  if (host.platform === 'win32') return /^[a-z]:[\\/]/i.test(text) || text.startsWith('\\\\');
  // The value of `--path /mcp` is a route, not a folder.
  if (/(url|route|endpoint|prefix|base|uri|-path$|^--path$)/i.test(before) && /^\/[\w-]*$/.test(text)) return false;
  return /^\/[^/]/.test(text) && !/^\/[a-z]$/i.test(text);
};

const CODE = /\.(?:[cm]?js|[cm]?ts|jsx|tsx|py|jar|dll|rb|php|sh)$/i;
const BUILD_FOLDERS = ['dist', 'build', 'out', 'lib', 'src', 'bin', 'target'];

/** Existing files that a missing path may have meant, the likeliest first; five at most. */
const nearFiles = async (
  host: Host,
  text: string,
  resolved: string,
  roots: readonly string[],
): Promise<readonly string[]> => {
  const paths = pathsOf(host);
  const candidates: string[] = [];
  if (text.startsWith('~') && host.home !== null) candidates.push(paths.join(host.home, text.slice(1)));
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) candidates.push(paths.resolve(paths.dirname(resolved), quoted), quoted);
  const variable = /^\$\{?HOME\}?(.*)$/.exec(text)?.[1];
  if (variable !== undefined && host.home !== null) candidates.push(host.home + variable);
  if (!paths.isAbsolute(text)) candidates.push(...roots.map((root) => paths.resolve(root, text)));
  candidates.push(...(await nearNamesIn(paths.dirname(resolved), paths.basename(resolved), paths)));
  candidates.push(...(await otherBuildFolders(resolved, paths)));
  for (const root of [paths.dirname(paths.dirname(resolved)), ...roots]) {
    candidates.push(...(await sameNameBelow(root, paths.basename(resolved), paths)));
  }
  const there: string[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === resolved || there.length >= 5) continue;
    const {kind} = await fileStatus(candidate);
    if (kind === 'file' || (kind === 'folder' && !CODE.test(text))) there.push(candidate);
  }
  return there;
};

type Paths = ReturnType<typeof pathsOf>;

/** Names in the same folder that differ by a letter or two, or by their ending alone. */
const nearNamesIn = async (folder: string, name: string, paths: Paths): Promise<readonly string[]> => {
  const stem = (text: string): string => text.replace(/\.[^.]+$/, '').toLowerCase();
  const limit = Math.min(2, Math.max(1, Math.floor(name.length / 4)));
  return (await listFolder(folder))
    .map((one) => ({name: one.name, distance: editDistance(name.toLowerCase(), one.name.toLowerCase())}))
    .filter((one) => one.distance <= limit || (stem(one.name) === stem(name) && CODE.test(one.name)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 4)
    .map((one) => paths.join(folder, one.name));
};

/** The same file under another of the usual folders: src for dist, with the ending of the source. */
const otherBuildFolders = async (resolved: string, paths: Paths): Promise<readonly string[]> => {
  const parts = resolved.split(paths.sep);
  const at = parts.findLastIndex((part) => BUILD_FOLDERS.includes(part));
  if (at < 0) return [];
  const out: string[] = [];
  for (const folder of BUILD_FOLDERS) {
    const swapped = [...parts.slice(0, at), folder, ...parts.slice(at + 1)].join(paths.sep);
    out.push(swapped);
    const stem = swapped.replace(/\.[cm]?js$/, '');
    if (stem !== swapped) out.push(`${stem}.js`, `${stem}.mjs`, `${stem}.cjs`, `${stem}.ts`, `${stem}.mts`);
  }
  return out;
};

/** Files of that name up to two folders below; big folders of dependencies are left out. */
const sameNameBelow = async (root: string, name: string, paths: Paths): Promise<readonly string[]> => {
  const out: string[] = [];
  const folders = [root];
  for (let depth = 0, width = 0; depth < 3; depth += 1) {
    const level = folders.splice(0, folders.length);
    for (const folder of level) {
      width += 1;
      if (width > 60) return out;
      for (const one of (await listFolder(folder)).slice(0, 300)) {
        if (one.name === name) out.push(paths.join(folder, one.name));
        else if (one.isFolder && !/^(node_modules|\..*|__pycache__)$/.test(one.name))
          folders.push(paths.join(folder, one.name));
      }
    }
  }
  return out;
};
