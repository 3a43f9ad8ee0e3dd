import {type Host, pathsOf} from '../../model/host.ts';
import type {ClientRules, ServerEntry, StdioLaunch} from '../../model/server.ts';
import type {SearchPath} from './command/search-path.ts';

/** What the SDK hands on to a stdio server (its `getDefaultEnvironment`). */
const SDK_NAMES = {
  posix: ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'],
  win32: [
    'APPDATA',
    'COMSPEC',
    'HOMEDRIVE',
    'HOMEPATH',
    'LOCALAPPDATA',
    'PATH',
    'PATHEXT',
    'PROCESSOR_ARCHITECTURE',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'SYSTEMDRIVE',
    'SYSTEMROOT',
    'TEMP',
    'USERNAME',
    'USERPROFILE',
    'WINDIR',
  ],
} as const;

/** Whose rule counts, and the folder that its client was started for. */
type Starter = Pick<ServerEntry, 'projectDir'> & {readonly rules: Pick<ClientRules, 'environment'>};

/**
 * The environment that this client gives to this server: what it inherits by the client's rule, the client's marks, then
 * the entry's own. A desktop client's PATH is not the shell's, so it is put in as it was searched. `isMinimal`: the SDK's
 * short list only, without marks.
 */
export const environmentOf = (
  host: Host,
  {rules, projectDir}: Starter,
  launch: Pick<StdioLaunch, 'env'>,
  search: SearchPath,
  isMinimal = false,
): Readonly<Record<string, string>> => {
  const rule: ClientRules['environment'] = isMinimal ? MINIMAL : rules.environment;
  const isDropped = (name: string): boolean => rule.drops.some((part) => isMeant(name.toLowerCase(), part));
  const marks = marksOf(rule, projectDir ?? host.cwd);
  const inherited = {...inheritedOf(host, rule), ...marks};
  const isSame = (a: string, b: string): boolean =>
    host.platform === 'win32' ? a.toLowerCase() === b.toLowerCase() : a === b;
  const own = Object.keys(launch.env);
  // On Windows `Path` and `PATH` are one variable; the entry's wins.
  const kept = Object.entries(inherited).filter(
    ([name]) => (Object.hasOwn(marks, name) || !isDropped(name)) && !own.some((mine) => isSame(mine, name)),
  );
  const withPath = kept.map(([name, value]): [string, string] =>
    search.source === 'gui' && isSame(name, 'PATH')
      ? [name, search.folders.join(pathsOf(host).delimiter)]
      : [name, value],
  );
  return {...Object.fromEntries(withPath), ...launch.env};
};

const MINIMAL: ClientRules['environment'] = {kind: 'sdk', names: [], drops: [], adds: {}};

/** The name holds the part; '^' and '$' hold the part to an end of the name. */
const isMeant = (name: string, part: string): boolean => {
  const text = part.toLowerCase().replace(/^\^/, '').replace(/\$$/, '');
  if (part.startsWith('^') && part.endsWith('$')) return name === text;
  return part.startsWith('^') ? name.startsWith(text) : name.includes(text);
};

/** The client's marks for that folder; one that names the folder is left out where there is none. */
const marksOf = (rule: ClientRules['environment'], folder: string | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(rule.adds).flatMap(([name, value]): readonly (readonly [string, string])[] => {
      if (!value.includes('{project}')) return [[name, value]];
      return folder === null ? [] : [[name, value.replaceAll('{project}', () => folder)]];
    }),
  );

const inheritedOf = (host: Host, rule: ClientRules['environment']): Readonly<Record<string, string>> => {
  if (rule.kind === 'all') return host.env;
  const isWindows = host.platform === 'win32';
  const listed = rule.kind === 'sdk' ? [...SDK_NAMES[isWindows ? 'win32' : 'posix'], ...rule.names] : rule.names;
  const names = new Set(listed.map((name) => (isWindows ? name.toUpperCase() : name)));
  return Object.fromEntries(
    Object.entries(host.env).filter(
      // Exported shell functions are left out by the SDK: a security risk.
      ([name, value]) => names.has(isWindows ? name.toUpperCase() : name) && !value.startsWith('()'),
    ),
  );
};
