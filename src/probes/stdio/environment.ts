import {type Host, pathsOf} from '../../model/host.ts';
import type {ClientRules, StdioLaunch} from '../../model/server.ts';
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

/**
 * The environment that this client gives to this server: what it inherits by the client's rule, then the entry's own.
 * A desktop client's PATH is not the shell's, so it is put in as it was searched. `isMinimal`: the SDK's short list only.
 */
export const environmentOf = (
  host: Host,
  rules: Pick<ClientRules, 'environment'>,
  launch: Pick<StdioLaunch, 'env'>,
  search: SearchPath,
  isMinimal = false,
): Readonly<Record<string, string>> => {
  const rule: ClientRules['environment'] = isMinimal ? {kind: 'sdk', names: [], drops: []} : rules.environment;
  const isDropped = (name: string): boolean =>
    rule.drops.some((part) => name.toLowerCase().includes(part.toLowerCase()));
  const inherited = inheritedOf(host, rule);
  const isSame = (a: string, b: string): boolean =>
    host.platform === 'win32' ? a.toLowerCase() === b.toLowerCase() : a === b;
  const own = Object.keys(launch.env);
  // On Windows `Path` and `PATH` are one variable; the entry's wins.
  const kept = Object.entries(inherited).filter(
    ([name]) => !isDropped(name) && !own.some((mine) => isSame(mine, name)),
  );
  const withPath = kept.map(([name, value]): [string, string] =>
    search.source === 'gui' && isSame(name, 'PATH')
      ? [name, search.folders.join(pathsOf(host).delimiter)]
      : [name, value],
  );
  return {...Object.fromEntries(withPath), ...launch.env};
};

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
