import type {EntryEvidence} from '../../model/evidence.ts';
import type {Json} from '../../model/json.ts';
import {editDistance} from '../../model/nearest.ts';
import {keysOf, rawAt} from './config-entry.ts';

/** What a key of an entry is for, in our words. */
export type FieldRole =
  | 'command'
  | 'args'
  | 'env'
  | 'url'
  | 'headers'
  | 'type'
  | 'cwd'
  | 'timeout'
  | 'envFile'
  | 'switch';

/** Spellings of other clients and of people, lower-case, without separators. */
const WORDS: Readonly<Record<FieldRole, readonly string[]>> = {
  command: ['command', 'cmd', 'program', 'executable', 'exec', 'commands', 'run'],
  args: ['args', 'arguments', 'argv', 'arg', 'params', 'parameters', 'commandargs'],
  env: ['env', 'environment', 'envs', 'envvars', 'environmentvariables', 'vars'],
  url: ['url', 'serverurl', 'httpurl', 'uri', 'endpoint', 'baseurl', 'sseurl', 'urls', 'href', 'address'],
  headers: ['headers', 'header', 'httpheaders', 'requestheaders', 'customheaders'],
  type: ['type', 'transport', 'transporttype', 'kind', 'protocol'],
  cwd: ['cwd', 'workingdirectory', 'workingdir', 'workdir', 'directory'],
  timeout: ['timeout', 'startuptimeoutsec', 'startuptimeoutms', 'connectiontimeout', 'timeoutms', 'timeoutseconds'],
  envFile: ['envfile', 'dotenv'],
  switch: ['disabled', 'enabled', 'isactive', 'active'],
};
const ROLES: readonly FieldRole[] = [
  'command',
  'args',
  'env',
  'url',
  'headers',
  'type',
  'cwd',
  'timeout',
  'envFile',
  'switch',
];

/** What a key seems to be for: by its word, or by one or two wrong letters; null when nothing known is near. */
export const roleOf = (key: string): FieldRole | null => {
  const word = key.toLowerCase().replace(/[-_.\s]/g, '');
  const exact = ROLES.find((role) => WORDS[role].includes(word));
  if (exact !== undefined) return exact;
  if (word.length < 4) return null;
  return (
    ROLES.find((role) => WORDS[role].some((known) => known.length >= 4 && editDistance(word, known) === 1)) ?? null
  );
};

/** The key that this client reads for a role; null when it has none. */
export const keyFor = (entry: EntryEvidence, role: FieldRole): string | null => {
  const {fields} = entry.rules;
  if (role === 'url') return fields.url[0] ?? null;
  if (role === 'switch') return fields.disabled ?? fields.enabled;
  return fields[role];
};

/** The entry's value of the key that this client reads for a role; undefined where it is not there or null. */
export const fieldOf = (entry: EntryEvidence, role: FieldRole): Json | undefined => {
  const key =
    role === 'url' ? entry.rules.fields.url.find((url) => (rawAt(entry, [url]) ?? null) !== null) : keyFor(entry, role);
  return key === null || key === undefined ? undefined : (rawAt(entry, [key]) ?? undefined);
};

export interface ForeignField {
  readonly key: string;
  readonly role: FieldRole;
  /** The key that this client reads instead; null when it has none. */
  readonly target: string | null;
}

/** Keys of the entry that this client skips although they are meant for something. */
export const foreignFields = (entry: EntryEvidence): readonly ForeignField[] =>
  keysOf(entry)
    .filter((key) => !entry.rules.knownFields.includes(key) && !isRead(entry, key))
    .flatMap((key) => {
      const role = roleOf(key);
      return role === null ? [] : [{key, role, target: keyFor(entry, role)}];
    });

const isRead = (entry: EntryEvidence, key: string): boolean => {
  const {fields} = entry.rules;
  const read = [
    fields.command,
    fields.args,
    fields.env,
    fields.cwd,
    fields.headers,
    fields.type,
    fields.disabled,
    fields.enabled,
    fields.timeout,
    fields.envFile,
  ];
  return read.includes(key) || fields.url.includes(key);
};
