import {type Host, pathsOf, variable} from '../model/host.ts';
import {isRecord} from '../model/json.ts';
import {CLIENT_PROGRAMS, type ClientProgram} from './client-programs.ts';
import {type Disk, REAL_DISK} from './disk.ts';
import {resolveCommand} from './resolve-command.ts';

const MOST_BYTES = 1024 * 1024;
/** From `bin/cli.js` or `dist/bin/cli.js` up to the package's own folder. */
const MOST_FOLDERS = 4;
const VERSION = /^\d+\.\d+(?:\.[\w+-]+)*$/;

/**
 * The versions of the clients that have a file there, by client, as far as their own files tell them. Starts no client:
 * reads the `package.json` beside the real program, the name of the folder that its installer made, an app's Info.plist.
 */
export const clientVersions = async (
  host: Host,
  files: readonly {readonly client: string; readonly exists: boolean}[],
  disk: Disk = REAL_DISK,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(files.filter(({exists}) => exists).map(({client}) => client))];
  const told = await Promise.all(ids.map(async (id) => ({id, version: await versionOf(host, id, disk)})));
  return new Map(told.flatMap(({id, version}) => (version === null ? [] : [[id, version] as const])));
};

const versionOf = async (host: Host, id: string, disk: Disk): Promise<string | null> => {
  const program = Object.hasOwn(CLIENT_PROGRAMS, id) ? CLIENT_PROGRAMS[id] : undefined;
  if (program === undefined) return null;
  return (await ofCommand(host, program, disk)) ?? (await ofApp(host, program, disk));
};

const ofCommand = async (host: Host, {command}: ClientProgram, disk: Disk): Promise<string | null> => {
  if (command === undefined) return null;
  const paths = pathsOf(host);
  const launch = {kind: 'stdio', command: command.name, args: [], env: {}, cwd: null} as const;
  const real = await resolveCommand(launch, host.home ?? '/', host, disk);
  if (real === null) return null;
  let folder = paths.dirname(real);
  // On Windows npm writes a script, not a link: the package lies beside it.
  const beside = paths.join(folder, 'node_modules', ...command.npmPackage.split('/'), 'package.json');
  const found = await packageVersion(beside, disk, command.npmPackage);
  if (found !== null) return found;
  for (let up = 0; up < MOST_FOLDERS; up += 1) {
    const version = await packageVersion(paths.join(folder, 'package.json'), disk, command.npmPackage);
    if (version !== null) return version;
    folder = paths.dirname(folder);
  }
  return installedVersion(real);
};

/** `…/claude/versions/2.0.14` of a native installer, `…/Caskroom/codex/0.46.0/codex` of Homebrew. */
const installedVersion = (file: string): string | null => {
  // `Cellar/node/22.1.0/lib/node_modules/…`: that is Node's version.
  if (/[\\/]node_modules[\\/]/.test(file)) return null;
  const version =
    /[\\/]versions[\\/]([\d.]+)$/.exec(file)?.[1] ??
    /[\\/](?:Caskroom|Cellar)[\\/][^\\/]+[\\/]([\d.]+)[\\/]/.exec(file)?.[1];
  return version !== undefined && /^\d+\.\d+\.\d+$/.test(version) ? version : null;
};

const ofApp = async (host: Host, program: ClientProgram, disk: Disk): Promise<string | null> => {
  const {join} = pathsOf(host);
  if (host.platform === 'darwin') {
    if (program.macApp === undefined) return null;
    const folders = ['/Applications', ...(host.home === null ? [] : [join(host.home, 'Applications')])];
    for (const folder of folders) {
      const text = await textOf(join(folder, program.macApp, 'Contents', 'Info.plist'), disk);
      const version = /<key>CFBundleShortVersionString<\/key>\s*<string>([^<]{1,40})<\/string>/.exec(text)?.[1];
      if (version !== undefined && VERSION.test(version)) return version;
    }
    return null;
  }
  const local = variable(host, 'LOCALAPPDATA');
  if (host.platform === 'win32')
    return program.windows === undefined || local === undefined
      ? null
      : packageVersion(join(local, ...program.windows), disk, null);
  return program.linux === undefined ? null : packageVersion(program.linux, disk, null);
};

/** The version of a `package.json`; null where it is another package's. */
const packageVersion = async (file: string, disk: Disk, name: string | null): Promise<string | null> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse((await textOf(file, disk)) || 'null');
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
  if (!isRecord(parsed) || (name !== null && parsed['name'] !== name)) return null;
  const {version} = parsed;
  return typeof version === 'string' && version.length <= 60 && VERSION.test(version) ? version : null;
};

const textOf = async (file: string, disk: Disk): Promise<string> => {
  const read = await disk.read(file, {maxBytes: MOST_BYTES});
  return read.kind === 'bytes' ? read.bytes.toString('utf8') : '';
};
