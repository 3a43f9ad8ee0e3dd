import {fileStatus, readFileBounded} from '../../../files/index.ts';
import type {ProjectLook} from '../../../model/evidence.ts';
import {type Host, pathsOf} from '../../../model/host.ts';
import {isRecord, type Json} from '../../../model/json.ts';
import {printableLine} from '../../../model/printable.ts';
import {parse} from '../framing.ts';

const MOST_LEVELS = 8;
const MANIFESTS = ['package.json', 'pyproject.toml', 'requirements.txt', 'setup.py'] as const;

/** The manifest that a file belongs to: the nearest one above it, up to the home folder or the root. */
export const lookAtProject = async (host: Host, start: string): Promise<ProjectLook | null> => {
  const {join, dirname} = pathsOf(host);
  let dir = start;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    for (const manifest of MANIFESTS) {
      const path = join(dir, manifest);
      if ((await fileStatus(path)).kind !== 'file') continue;
      return manifest === 'package.json' ? await nodeProject(host, dir, path) : await pythonProject(host, dir, path);
    }
    const above = dirname(dir);
    if (above === dir || dir === host.home) return null;
    dir = above;
  }
  return null;
};

const BUILD_SCRIPTS = ['build', 'compile', 'prepare', 'build:server', 'tsc', 'prepack', 'prepublishOnly'];

const nodeProject = async (host: Host, dir: string, manifest: string): Promise<ProjectLook> => {
  const body = await readManifest(manifest);
  const scripts = isRecord(body['scripts']) ? body['scripts'] : {};
  const buildScript = BUILD_SCRIPTS.find((name) => typeof scripts[name] === 'string' && scripts[name] !== '') ?? null;
  const dependencies = isRecord(body['dependencies']) ? Object.keys(body['dependencies']) : [];
  const packageManager = (await managerOf(host, dir)) ?? 'npm';
  return {
    dir,
    manifest,
    name: textAt(body, 'name'),
    type: body['type'] === 'module' ? 'module' : body['type'] === 'commonjs' ? 'commonjs' : null,
    enginesNode: isRecord(body['engines']) ? textAt(body['engines'], 'node') : null,
    requiresPython: null,
    bins: binsOf(body),
    buildScript,
    buildCommand: buildScript === null ? null : `${packageManager} run ${buildScript}`,
    hasDependencies: dependencies.length > 0,
    isInstalled: dependencies.length === 0 || (await hasAbove(host, dir, 'node_modules')),
    packageManager,
  };
};

/** Names of a package's executables: of `bin` as a map, or the package's own name for a single one. */
export const binsOf = (body: {readonly [key: string]: Json}): readonly string[] => {
  const {bin, name} = body;
  if (isRecord(bin)) return Object.keys(bin).map(printableLine);
  return typeof bin === 'string' && typeof name === 'string' ? [printableLine(name.replace(/^@[^/]*\//, ''))] : [];
};

export const readManifest = async (path: string): Promise<{readonly [key: string]: Json}> => {
  const read = await readFileBounded(path, {maxBytes: 1024 * 1024});
  const body = read.kind === 'bytes' ? parse(read.bytes.toString('utf8').replace(/^\ufeff/, '')) : undefined;
  return isRecord(body) ? body : {};
};

export const textAt = (body: {readonly [key: string]: Json}, key: string): string | null => {
  const value = body[key];
  return typeof value === 'string' ? printableLine(value) : null;
};

/** Workspaces install into the folder above. */
const hasAbove = async (host: Host, dir: string, name: string): Promise<boolean> => {
  const {join, dirname} = pathsOf(host);
  for (let at = dir, level = 0; level < 4; level += 1) {
    if ((await fileStatus(join(at, name))).kind === 'folder') return true;
    if (dirname(at) === at || at === host.home) return false;
    at = dirname(at);
  }
  return false;
};

const LOCKS: readonly (readonly [string, NonNullable<ProjectLook['packageManager']>])[] = [
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];

const managerOf = async (host: Host, dir: string): Promise<ProjectLook['packageManager']> => {
  const {join, dirname} = pathsOf(host);
  for (const at of [dir, dirname(dir), dirname(dirname(dir))]) {
    for (const [file, manager] of LOCKS) if ((await fileStatus(join(at, file))).kind === 'file') return manager;
    if (at === host.home) break;
  }
  return null;
};

const pythonProject = async (host: Host, dir: string, manifest: string): Promise<ProjectLook> => {
  const {join} = pathsOf(host);
  const read = await readFileBounded(manifest, {maxBytes: 1024 * 1024});
  const text = read.kind === 'bytes' ? read.bytes.toString('utf8') : '';
  const isToml = manifest.endsWith('.toml');
  const isThere = async (name: string): Promise<boolean> => (await fileStatus(join(dir, name))).exists;
  // A few lines of a well-known shape; a whole TOML reader belongs to another room.
  const line = (key: string): string | null =>
    new RegExp(`^\\s*${key}\\s*=\\s*["']([^"'\\n]+)["']`, 'm').exec(text)?.[1] ?? null;
  const scripts = /^\[project\.scripts\]\s*\n((?:(?!\[).*\n?)*)/m.exec(text)?.[1] ?? '';
  const hasDependencies = isToml ? /^\s*dependencies\s*=\s*\[\s*(?!\s*\])/m.test(text) : /^\s*[A-Za-z]/m.test(text);
  return {
    dir,
    manifest,
    name: isToml ? line('name') : null,
    type: null,
    enginesNode: null,
    requiresPython: isToml ? line('requires-python') : null,
    bins: [...scripts.matchAll(/^\s*"?([\w.-]+)"?\s*=/gm)].map((match) => printableLine(match[1] ?? '')),
    buildScript: null,
    buildCommand: null,
    hasDependencies,
    isInstalled: !hasDependencies || (await isThere('.venv')) || (await isThere('venv')),
    packageManager: (await isThere('uv.lock'))
      ? 'uv'
      : (await isThere('poetry.lock'))
        ? 'poetry'
        : isToml
          ? 'uv'
          : 'pip',
  };
};
