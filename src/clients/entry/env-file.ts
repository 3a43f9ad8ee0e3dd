import {type Host, pathsOf, variable} from '../../model/host.ts';
import {isRecord} from '../../model/json.ts';
import type {ServerEntry} from '../../model/server.ts';
import type {Disk} from '../disk.ts';

const MAX_BYTES = 256 * 1024;

/** The file of variables that an entry names, where its client reads one; null for none. */
export const envFilePath = (entry: ServerEntry, host: Host): string | null => {
  const key = entry.rules.fields.envFile;
  const named = key !== null && isRecord(entry.raw) ? entry.raw[key] : undefined;
  if (typeof named !== 'string' || named === '') return null;
  const base = entry.projectDir ?? pathsOf(host).dirname(entry.file);
  const plain = named
    .replaceAll(/\$\{workspace(?:Folder|Root)\}/g, () => base)
    .replaceAll(/\$\{userHome\}/g, () => host.home ?? '')
    .replaceAll(/\$\{env:(\w+)\}/g, (_all, name: string) => variable(host, name) ?? '');
  return pathsOf(host).resolve(base, plain);
};

/** What that file gives; empty where it cannot be read. Holds secrets. */
export const readEnvFile = async (
  entry: ServerEntry,
  host: Host,
  disk: Disk,
): Promise<Readonly<Record<string, string>>> => {
  const file = entry.launch?.kind === 'stdio' ? envFilePath(entry, host) : null;
  const read = file === null ? null : await disk.read(file, {maxBytes: MAX_BYTES});
  return read?.kind === 'bytes' ? variablesIn(read.bytes.toString('utf8')) : {};
};

/** `NAME=value` on each line, as VS Code and Cursor read it: quotes around the value fall away, the last of a name counts. */
const variablesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .flatMap((line): readonly (readonly [string, string])[] => {
        const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
        if (name === undefined) return [];
        const quoted = /^(["'])(.*)\1$/s.exec(value);
        const inner = quoted?.[2] ?? value;
        return [[name, quoted?.[1] === '"' ? inner.replaceAll('\\n', '\n') : inner]];
      }),
  );
