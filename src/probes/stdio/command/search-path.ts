import {fileStatus} from '../../../files/index.ts';
import type {CommandEvidence} from '../../../model/evidence.ts';
import {type Host, pathsOf, variable} from '../../../model/host.ts';
import type {ClientRules, StdioLaunch} from '../../../model/server.ts';

export interface SearchPath {
  readonly source: CommandEvidence['path']['source'];
  readonly folders: readonly string[];
}

/** What launchd gives to programs that are started from the Dock (macOS: `launchctl getenv PATH` is empty by default). */
const LAUNCHD = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/**
 * Folders that only an interactive shell puts on its PATH, by a hook in its start file; a program that was started
 * from the desktop does not have them. Installers that write to ~/.profile (pyenv, volta, cargo, uv) are not among them.
 */
const SESSION_ONLY =
  /(\/\.nvm\/|\/nvm\/versions\/|fnm_multishells|\/\.asdf\/|\/mise\/|\/node_modules\/\.bin\/?$|\/\.?venv\/bin\/?$)/;

/** The folders in which a client looks for a command: the entry's own PATH, else the client's. Each folder once. */
export const searchPathOf = (
  host: Host,
  rules: Pick<ClientRules, 'pathSource'>,
  launch: Pick<StdioLaunch, 'env'>,
): SearchPath => {
  const own = variable({platform: host.platform, env: launch.env}, 'PATH');
  if (own !== undefined) return {source: 'entry', folders: foldersIn(host, own)};
  const shell = shellPath(host);
  if (rules.pathSource === 'shell' || host.platform === 'win32') return {source: rules.pathSource, folders: shell};
  if (host.platform === 'darwin') return {source: 'gui', folders: LAUNCHD};
  return {source: 'gui', folders: shell.filter((folder) => !SESSION_ONLY.test(folder))};
};

/** The folders of the person's own PATH. */
export const shellPath = (host: Host): readonly string[] => foldersIn(host, variable(host, 'PATH') ?? '');

const foldersIn = (host: Host, text: string): readonly string[] => [
  ...new Set(
    text
      .split(pathsOf(host).delimiter)
      .map((folder) => folder.replaceAll('"', ''))
      .filter((folder) => folder !== ''),
  ),
];

/** Each folder, and whether it is there. */
export const withExistence = (
  folders: readonly string[],
): Promise<readonly {readonly folder: string; readonly exists: boolean}[]> =>
  Promise.all(folders.map(async (folder) => ({folder, exists: (await fileStatus(folder)).kind === 'folder'})));
