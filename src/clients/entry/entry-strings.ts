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
  if (isRecord(raw)) for (const [key, value] of Object.entries(raw)) entered(key, value, [key], rules, found);
  else walk(raw, [], 'other', found, 0);
  return found;
};

/** What stands under one key of the entry, or of what only wraps others. */
const entered = (key: string, value: Json, path: KeyPath, rules: ClientRules, found: EntryString[]): void => {
  if (path.length === 1 && WRAPPERS.includes(key) && isRecord(value)) {
    for (const [inner, item] of Object.entries(value)) entered(inner, item, [...path, inner], rules, found);
  } else if (rules.commandIsArray && key === rules.fields.command && Array.isArray(value)) {
    for (const [index, item] of value.entries())
      walk(item, [...path, index], index === 0 ? 'command' : 'args', found, 2);
  } else walk(value, path, fieldOf(key, rules), found, 1);
};

const walk = (value: Json, path: KeyPath, field: Field, found: EntryString[], depth: number): void => {
  if (depth > 16) return;
  if (typeof value === 'string') found.push({path, field, name: nameOf(path, field, found), text: value});
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], field, found, depth + 1);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], field, found, depth + 1);
  }
};

const fieldOf = (key: string, {fields, commandIsArray}: ClientRules): Field => {
  // A list is wanted there: what else stands under the key is looked at like words of it.
  if (key === fields.command) return commandIsArray ? 'args' : 'command';
  if (key === fields.args) return 'args';
  if (key === fields.env) return 'env';
  if (key === fields.headers) return 'headers';
  if (key === fields.cwd) return 'cwd';
  if (fields.url.includes(key)) return 'url';
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? 'other') : 'other';
};

/** An argument's name is the option before it, or the option that it is glued to. */
const nameOf = (path: KeyPath, field: Field, before: readonly EntryString[]): string => {
  const key = path.at(-1);
  if (field !== 'args') return typeof key === 'string' ? key : String(path.at(-2) ?? '');
  const last = before.at(-1);
  return last?.field === 'args' && /^-{1,2}[A-Za-z][\w-]*$/.test(last.text) ? last.text.replace(/^-+/, '') : '';
};
