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
  const near = nearKnown(name, ecosystem);
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
    nearKnown: isLocal ? null : (near?.name ?? null),
    nearKnownVersion: isLocal ? null : (near?.version ?? null),
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

/**
 * The well-known package that this name was probably meant to be, or makes believe to be: one or two letters away, other
 * hyphens, letters that look alike, or the scope written into the name. Null for the package itself and for other names.
 */
export const nearKnown = (
  name: string,
  ecosystem: PackageLook['ecosystem'],
): {readonly name: string; readonly version: string | null} | null => {
  const list = ecosystem === 'npm' || ecosystem === 'pypi' || ecosystem === 'docker' ? KNOWN_PACKAGES[ecosystem] : [];
  const known = list.map((spec) => nameAndVersion(spec, ecosystem));
  const wanted = name.toLowerCase();
  // To PyPI a dot, a hyphen and an underscore are one and the same (PEP 503).
  const own = (text: string): string => (ecosystem === 'pypi' ? text.replaceAll(/[-_.]+/g, '-') : text);
  if (known.some((one) => own(one.name) === own(wanted)) || wanted.length < 6) return null;
  const limit = wanted.length < 10 ? 1 : 2;
  const near = known
    .map((one) => ({one, distance: distanceOf(wanted, one.name)}))
    .filter(({distance}) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.one ?? null;
};

const distanceOf = (wanted: string, known: string): number => {
  const marks = known.startsWith('@modelcontextprotocol/') ? /[-_.@/]/g : /[-_.]/g;
  const plain = (text: string): string => lookOf(text).replaceAll(marks, '');
  return plain(known) === plain(wanted) ? 0 : editDistance(wanted, known);
};

/** Letters of other scripts that look like Latin ones (Unicode's confusables, those of a to z), and marks above letters. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'aаα',
    'cсϲ',
    'dԁ',
    'eеє',
    'gɡ',
    'hһ',
    'iіı',
    'jј',
    'kκ',
    'lӏⅼ',
    'oоο',
    'pрρ',
    'sѕ',
    'tт',
    'uυ',
    'vνѵ',
    'wԝ',
    'xх',
    'yу',
  ].flatMap(([latin = '', ...others]) => others.map((other) => [other, latin])),
);

const lookOf = (text: string): string =>
  [...text.normalize('NFKD').replaceAll(/\p{M}/gu, '')].map((one) => ALIKE[one] ?? one).join('');
