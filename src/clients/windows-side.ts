import type {FileEvidence} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Client, ConfigFile} from './client.ts';
import type {Disk} from './disk.ts';
import {locate} from './locate.ts';
import {placesOf} from './places.ts';
import {readConfigFile} from './read-file.ts';

/** Where WSL shows the Windows drive, and profiles that are nobody's. */
const USERS = '/mnt/c/Users';
const NOBODY = new Set(['all users', 'default', 'default user', 'public', 'defaultapppool', 'wdagutilityaccount']);
const MOST_USERS = 4;
/** Where an administrator's files lie on nearly every machine; its own variables cannot be asked from here. */
const SYSTEM = {ProgramData: 'C:\\ProgramData'};

/**
 * Under WSL: configuration files of the Windows programs of the same person. They belong to clients that start their
 * servers on Windows, so they are shown, and nothing in them is started, changed or mixed with the Linux side.
 */
export const windowsSide = async (
  clients: readonly Client[],
  host: Host,
  disk: Disk,
): Promise<readonly FileEvidence[]> => {
  if (!host.isWsl) return [];
  const folders = (await disk.list(USERS)).filter(({name, isFolder}) => isFolder && !NOBODY.has(name.toLowerCase()));
  // One's own name first: a machine may have several people.
  const own = folders.filter(({name}) => name.toLowerCase() === (host.env['USER'] ?? '').toLowerCase());
  const users = (own.length > 0 ? own : folders).slice(0, MOST_USERS);
  const found = await Promise.all(
    users.flatMap(({name}) => clients.map((client) => filesOf(client, `C:\\Users\\${name}`, host, disk))),
  );
  return found.flat();
};

const filesOf = async (client: Client, home: string, host: Host, disk: Disk): Promise<readonly FileEvidence[]> => {
  const windows: Host = {...host, platform: 'win32', isWsl: false, home, cwd: null, env: SYSTEM};
  const places = placesOf(windows, []);
  const files = [...client.files(places), ...(client.delivered?.usual(places) ?? [])].map(
    (file): ConfigFile => ({
      ...file,
      path: mounted(file.path),
      onlyWith: file.onlyWith === null ? null : mounted(file.onlyWith),
    }),
  );
  const named = {id: client.id, name: `${client.name} (Windows)`};
  const read = await Promise.all(
    (await locate(files, host, disk)).map(({file, path}) => readConfigFile(file, path, named, disk)),
  );
  return read.flatMap((one) =>
    one !== null && (one.evidence.serverNames.length > 0 || one.evidence.syntax !== null) ? [one.evidence] : [],
  );
};

/** 'C:\Users\ada\.cursor' as WSL sees it. */
const mounted = (path: string): string =>
  path.replace(/^([A-Za-z]):/, (_all, drive: string) => `/mnt/${drive.toLowerCase()}`).replaceAll('\\', '/');
