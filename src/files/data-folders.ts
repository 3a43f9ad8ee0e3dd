import {type Host, pathsOf, variable} from '../model/host.ts';

export interface DataFolders {
  /** Records, backups and the undo journal. */
  readonly data: string;
  /** Approvals and preferences. */
  readonly config: string;
}

/**
 * Where mcp-fix keeps its own files; null when the machine names no home.
 * Linux follows the XDG base directory specification (a relative value is to be ignored), macOS the Library,
 * Windows %LOCALAPPDATA% and %APPDATA%.
 */
export const dataFolders = (host: Pick<Host, 'platform' | 'env' | 'home'>): DataFolders | null => {
  const paths = pathsOf(host);
  const {home} = host;
  const named = (name: string, ...standard: readonly string[]): string | null => {
    const value = variable(host, name);
    if (value !== undefined && paths.isAbsolute(value)) return value;
    return home === null || home === '' ? null : paths.join(home, ...standard);
  };
  if (host.platform === 'darwin') {
    if (home === null || home === '') return null;
    const folder = paths.join(home, 'Library', 'Application Support', 'mcp-fix');
    return {data: folder, config: folder};
  }
  const [data, config] =
    host.platform === 'win32'
      ? [named('LOCALAPPDATA', 'AppData', 'Local'), named('APPDATA', 'AppData', 'Roaming')]
      : [named('XDG_DATA_HOME', '.local', 'share'), named('XDG_CONFIG_HOME', '.config')];
  if (data === null || config === null) return null;
  return {data: paths.join(data, 'mcp-fix'), config: paths.join(config, 'mcp-fix')};
};
