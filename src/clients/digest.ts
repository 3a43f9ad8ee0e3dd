import {createHash} from 'node:crypto';
import {type Host, pathsOf} from '../model/host.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {ServerEntry} from '../model/server.ts';
import {type Disk, REAL_DISK, rememberingLooks} from './disk.ts';
import {envFilePath} from './entry/env-file.ts';
import {resolveCommand} from './resolve-command.ts';

/**
 * What an approval is bound to: 64 hex digits that change with every byte that decides what the entry does.
 * Client, scope, file, real path of the command, arguments, folder, names and values of the environment, URL, headers,
 * the headers' helper, the bytes of an envFile and of every argument that is a file of the project.
 */
export const digestOf = async (entry: ServerEntry, host: Host, disk: Disk = REAL_DISK): Promise<string> => {
  // Hashed at the end in one go: a hash asked in many small steps is what a long list waits for.
  let told = 'mcp-fix approval 1\0';
  const add = (name: string, value: string): void => {
    // Lengths keep two fields from being read as one.
    told += `${name}\0${Buffer.byteLength(value)}\0${value}`;
  };
  add('client', entry.client);
  add('scope', entry.scope);
  add('file', entry.file);
  add('name', entry.name);
  add('raw', stable(entry.raw));
  const {launch} = entry;
  if (launch?.kind === 'remote') {
    add('url', launch.url);
    add('transport', launch.transport);
    for (const [name, value] of sorted(launch.headers)) add(`header ${name}`, salted(name, value));
    add('helper', launch.headersHelper ?? '');
    const folder = folderOf(entry, host, null);
    for (const [index, word] of (launch.headersHelper ?? '').split(/\s+/).entries())
      add(`helper file ${index}`, await fileHash(word, folder, entry, host, disk));
  }
  if (launch?.kind === 'stdio') {
    const folder = folderOf(entry, host, launch.cwd);
    add('command', launch.command);
    add('resolved', (await resolveCommand(launch, folder, host, disk)) ?? '');
    if (/[\\/]/.test(launch.command)) add('program', await fileHash(launch.command, folder, entry, host, disk));
    add('cwd', folder);
    for (const [index, arg] of launch.args.entries()) {
      add(`arg ${index}`, arg);
      add(`file ${index}`, await fileHash(arg, folder, entry, host, disk));
    }
    for (const [name, value] of sorted(launch.env)) add(`env ${name}`, salted(name, value));
  }
  add('envFile', await envFileHash(entry, host, disk));
  return createHash('sha256').update(told).digest('hex');
};

/**
 * Digests of many entries: what is asked of the disk again and again (is this command in that folder of the PATH?) is
 * asked once. For showing them; before anything is started its digest is computed anew.
 */
export const createDigests = (host: Host, disk: Disk = REAL_DISK): ((entry: ServerEntry) => Promise<string>) => {
  const looks = rememberingLooks(disk);
  return (entry) => digestOf(entry, host, looks);
};

/** The folder in which the server starts. */
const folderOf = (entry: ServerEntry, host: Host, cwd: string | null): string => {
  const base = entry.projectDir ?? host.cwd ?? host.home ?? pathsOf(host).sep;
  return cwd === null ? base : pathsOf(host).resolve(base, cwd);
};

/** Values enter as hashes under their own names, so that equal values of two names do not look alike. */
const salted = (name: string, value: string): string =>
  createHash('sha256').update(`mcp-fix value\0${name}\0${value}`).digest('hex');

const sorted = (map: Readonly<Record<string, string>>): readonly [string, string][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

/** Of an argument that is a file: what it holds, when it lies in the project; elsewhere only that it is named. */
const fileHash = async (
  argument: string,
  folder: string,
  entry: ServerEntry,
  host: Host,
  disk: Disk,
): Promise<string> => {
  const paths = pathsOf(host);
  const glued = /^--?[\w-]+=(.+)$/.exec(argument)?.[1] ?? argument;
  if (glued === '' || glued.length > 4096 || glued.includes('\0') || /^[a-z][\w+.-]*:\/\//i.test(glued)) return '';
  const path = paths.resolve(folder, glued.replace(/^file:/, ''));
  const root = entry.projectDir ?? (entry.isProjectFile ? paths.dirname(entry.file) : null);
  if (root === null || !isInside(paths.relative(root, path), paths)) return '';
  return bytesHash(path, disk);
};

const isInside = (relative: string, paths: ReturnType<typeof pathsOf>): boolean =>
  relative !== '' && !relative.startsWith('..') && !paths.isAbsolute(relative);

const bytesHash = async (path: string, disk: Disk): Promise<string> => {
  const read = await disk.read(path, {maxBytes: 64 * 1024 * 1024});
  if (read.kind !== 'bytes') return read.kind === 'missing' ? 'missing' : read.code;
  return createHash('sha256').update(read.realPath).update('\0').update(read.bytes).digest('hex');
};

const envFileHash = async (entry: ServerEntry, host: Host, disk: Disk): Promise<string> => {
  const file = envFilePath(entry, host);
  return file === null ? '' : bytesHash(file, disk);
};

/** Text of a value that does not depend on the order of keys. */
const stable = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stable(value[key] ?? null)}`).join(',')}}`;
};
