import {fileStatus} from '../../../files/index.ts';
import type {PackageLook} from '../../../model/evidence.ts';
import {type Host, pathsOf} from '../../../model/host.ts';
import {editDistance} from '../../../model/nearest.ts';
import {unwrapped} from './command-words.ts';
import {KNOWN_PACKAGES} from './known-packages.ts';
import {binsOf, readManifest, textAt} from './project-look.ts';
import {type RunnerCall, runnerCall} from './runner-call.ts';

/** The package that a runner would fetch, told from the command line and from folders of this machine alone. */
export const lookAtPackage = async (
  host: Host,
  options: {readonly command: string; readonly args: readonly string[]; readonly cwd: string},
): Promise<PackageLook | null> => {
  const inner = unwrapped(options.command, options.args);
  const call = runnerCall(inner.name, inner.args);
  if (call === null) return null;
  const {spec, ecosystem} = call;
  const isLocal = isLocalSpec(spec);
  const {name, version} = isLocal ? {name: spec, version: null} : nameAndVersion(spec, ecosystem);
  const manifest = await manifestOf(host, call, name, isLocal, options.cwd);
  const body = manifest === null ? null : await readManifest(manifest);
  return {
    runner: call.runner,
    spec,
    name: body !== null && isLocal ? (textAt(body, 'name') ?? name) : name,
    version,
    ecosystem,
    isPinned: isPinned(version, ecosystem) || isLocal,
    isLocal,
    argIndex: call.argIndex + inner.offset,
    binArgIndex: call.binArgIndex === null ? null : call.binArgIndex + inner.offset,
    bins: body === null ? null : binsOf(body),
    enginesNode: body !== null && typeof body['engines'] === 'object' ? engineOf(body) : null,
    hasYes: call.hasYes,
    hasInteractive: call.hasInteractive,
    nearKnown: isLocal ? null : nearKnown(name, ecosystem),
  };
};

const engineOf = (body: Parameters<typeof textAt>[0]): string | null => {
  const {engines} = body;
  // The parsing edge: an array has no key 'node' either.
  return engines !== null && typeof engines === 'object' && 'node' in engines && typeof engines['node'] === 'string'
    ? engines['node']
    : null;
};

const isLocalSpec = (spec: string): boolean =>
  /^(\.{1,2}([\\/]|$)|[\\/]|~[\\/]|file:|[a-z]:[\\/])/i.test(spec) || /\.(tgz|tar\.gz|whl)$/i.test(spec);

/** '@scope/name@1.2.3' → name and version; 'name==1.2' and 'image:tag' likewise. */
export const nameAndVersion = (
  spec: string,
  ecosystem: PackageLook['ecosystem'],
): {readonly name: string; readonly version: string | null} => {
  const cut = (at: number, length = 1): {readonly name: string; readonly version: string | null} =>
    at <= 0 ? {name: spec, version: null} : {name: spec.slice(0, at), version: spec.slice(at + length) || null};
  if (ecosystem === 'docker') {
    const digest = spec.indexOf('@sha256:');
    if (digest > 0) return cut(digest);
    const colon = spec.lastIndexOf(':');
    return colon > spec.lastIndexOf('/') ? cut(colon) : {name: spec, version: null};
  }
  if (ecosystem === 'pypi') {
    const match = /^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?(?:\s*(?:==|@)\s*(.+)|\s*([<>~!=].+))?$/.exec(spec);
    return {name: match?.[1] ?? spec, version: match?.[2] ?? match?.[3] ?? null};
  }
  return cut(spec.lastIndexOf('@'));
};

const isPinned = (version: string | null, ecosystem: PackageLook['ecosystem']): boolean => {
  if (version === null) return false;
  if (ecosystem === 'docker') return version !== 'latest';
  return /^v?\d+(\.\d+){1,}[\w.+-]*$/.test(version);
};

/** Local folders, and what is installed under the working folder: npx takes that before it asks the registry. */
const manifestOf = async (
  host: Host,
  call: RunnerCall,
  name: string,
  isLocal: boolean,
  cwd: string,
): Promise<string | null> => {
  const paths = pathsOf(host);
  if (call.ecosystem !== 'npm') return null;
  const tried: string[] = [];
  if (isLocal) tried.push(paths.join(paths.resolve(cwd, name.replace(/^file:/, '')), 'package.json'));
  else {
    for (let at = cwd, level = 0; level < 5; level += 1) {
      tried.push(paths.join(at, 'node_modules', ...name.split('/'), 'package.json'));
      if (paths.dirname(at) === at) break;
      at = paths.dirname(at);
    }
  }
  for (const path of tried) if ((await fileStatus(path)).kind === 'file') return path;
  return null;
};

/** A well-known package one or two letters away; null for the package itself and for short names. */
export const nearKnown = (name: string, ecosystem: PackageLook['ecosystem']): string | null => {
  const list = ecosystem === 'npm' || ecosystem === 'pypi' || ecosystem === 'docker' ? KNOWN_PACKAGES[ecosystem] : [];
  const wanted = name.toLowerCase();
  if (list.includes(wanted) || wanted.length < 6) return null;
  const plain = (text: string): string => text.replaceAll(/[-_.]/g, '');
  const near = list
    .map((known) => ({known, distance: plain(known) === plain(wanted) ? 0 : editDistance(wanted, known)}))
    .filter(({distance}) => distance <= 2)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
};
