import {type Host, pathsOf, variable} from '../model/host.ts';

type Parts = readonly string[];

/** Named folders of one machine, each a pure function of the Host. Null where the machine has no such place. */
export interface Places {
  readonly host: Host;
  readonly projectDir: string | null;
  /** The project folder and its parents up to the root of the repository, nearest first. */
  readonly projectDirs: readonly string[];
  /** Every spelling under which a client may have noted one of them: links followed, other slashes, other drive case. */
  readonly projectSpellings: readonly string[];
  readonly join: (folder: string | null, ...parts: Parts) => string | null;
  readonly home: (...parts: Parts) => string | null;
  readonly project: (...parts: Parts) => string | null;
  /** XDG_CONFIG_HOME or ~/.config, on every system; for programs that follow XDG on macOS and Windows too. */
  readonly dotConfig: (...parts: Parts) => string | null;
  /** Where desktop programs keep settings: XDG_CONFIG_HOME, ~/Library/Application Support, %APPDATA%. */
  readonly appData: (...parts: Parts) => string | null;
  /** %LOCALAPPDATA%; null on other systems. */
  readonly localAppData: (...parts: Parts) => string | null;
  /** A relocating variable's value, or null. */
  readonly env: (name: string) => string | null;
  /** One path for each system. */
  readonly system: (of: {
    readonly linux: string | null;
    readonly darwin: string | null;
    readonly win32: string | null;
  }) => string | null;
}

/**
 * The machine's places. `projectDirs` is given by the caller, who can look for the repository's root;
 * `realDirs` are the same with links followed.
 */
export const placesOf = (host: Host, projectDirs: readonly string[], realDirs: readonly string[] = []): Places => {
  const paths = pathsOf(host);
  const join = (folder: string | null, ...parts: Parts): string | null =>
    folder === null || folder === '' ? null : paths.join(folder, ...parts);
  const env = (name: string): string | null => {
    const value = variable(host, name)?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const home = (...parts: Parts): string | null => join(host.home, ...parts);
  const absolute = (name: string): string | null => {
    const value = env(name);
    return value !== null && paths.isAbsolute(value) ? value : null;
  };
  const dotConfig = (...parts: Parts): string | null => join(absolute('XDG_CONFIG_HOME') ?? home('.config'), ...parts);
  const appData = (...parts: Parts): string | null => {
    if (host.platform === 'win32') return join(env('APPDATA') ?? home('AppData', 'Roaming'), ...parts);
    return host.platform === 'darwin' ? home('Library', 'Application Support', ...parts) : dotConfig(...parts);
  };
  const projectDir = projectDirs[0] ?? null;
  return {
    host,
    projectDir,
    projectDirs,
    projectSpellings: spellingsOf(host, [...projectDirs, ...realDirs]),
    join,
    home,
    project: (...parts) => join(projectDir, ...parts),
    dotConfig,
    appData,
    localAppData: (...parts) =>
      host.platform === 'win32' ? join(env('LOCALAPPDATA') ?? home('AppData', 'Local'), ...parts) : null,
    env,
    system: (of) => of[host.platform],
  };
};

const spellingsOf = (host: Host, folders: readonly string[]): readonly string[] => {
  if (host.platform !== 'win32') return [...new Set(folders)];
  const drives = folders.flatMap((folder) => [
    folder,
    folder.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()),
    folder.replace(/^[a-z]:/, (drive) => drive.toUpperCase()),
  ]);
  return [...new Set(drives.flatMap((folder) => [folder, folder.replaceAll('\\', '/')]))];
};
