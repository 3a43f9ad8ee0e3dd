import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import type {ClientRules} from '../../model/server.ts';

type Field = 'command' | 'args' | 'env' | 'url' | 'headers' | 'cwd' | 'envFile' | 'other';

/** One text of an entry, where it stands, and what it is for. */
export interface EntryString {
  /** Keys below the entry. */
  readonly path: KeyPath;
  readonly field: Field;
  /** The name under which the value counts: variable, header, option; '' where it has none. */
  readonly name: string;
  readonly text: string;
}

/** Keys that only wrap others: Cline's `transport`, Copilot's `requestInit`, Continue's `requestOptions`. */
const WRAPPERS = ['transport', 'requestInit', 'requestOptions'];

/** Keys of other clients that mean the same: values are looked at (and hidden) even where this client ignores them. */
const ALIASES: Readonly<Record<string, Field>> = {
  command: 'command',
  cmd: 'command',
  args: 'args',
  arguments: 'args',
  env: 'env',
  envs: 'env',
  environment: 'env',
  url: 'url',
  httpUrl: 'url',
  serverUrl: 'url',
  uri: 'url',
  headers: 'headers',
  http_headers: 'headers',
  cwd: 'cwd',
  envFile: 'envFile',
};

/** Every text of an entry, in the order in which it stands. Numbers and truth values count as their text in maps. */
export const entryStrings = (raw: Json, rules: ClientRules): readonly EntryString[] => {
  const found: EntryString[] = [];
  walk(raw, [], rules, found, 0);
  return found;
};

const walk = (value: Json, path: KeyPath, rules: ClientRules, found: EntryString[], depth: number): void => {
  if (depth > 16) return;
  if (typeof value === 'string') {
    const field = fieldOf(path, rules);
    found.push({path, field, name: nameOf(path, field, found), text: value});
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], rules, found, depth + 1);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], rules, found, depth + 1);
  }
};

const fieldOf = (path: KeyPath, rules: ClientRules): Field => {
  const at = WRAPPERS.includes(String(path[0])) ? path.slice(1) : path;
  const key = String(at[0]);
  const {fields} = rules;
  if (rules.commandIsArray && key === fields.command) return at[1] === 0 ? 'command' : 'args';
  if (key === fields.command) return 'command';
  if (key === fields.args) return 'args';
  if (key === fields.env) return 'env';
  if (key === fields.headers) return 'headers';
  if (key === fields.cwd) return 'cwd';
  if (fields.url.includes(key)) return 'url';
  return ALIASES[key] ?? 'other';
};

/** An argument's name is the option before it, or the option that it is glued to. */
const nameOf = (path: KeyPath, field: Field, before: readonly EntryString[]): string => {
  const key = path.at(-1);
  if (field !== 'args') return typeof key === 'string' ? key : String(path.at(-2) ?? '');
  const last = before.at(-1);
  return last?.field === 'args' && /^-{1,2}[A-Za-z][\w-]*$/.test(last.text) ? last.text.replace(/^-+/, '') : '';
};
