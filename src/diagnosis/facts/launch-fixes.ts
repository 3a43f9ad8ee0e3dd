import path from 'node:path';
import type {Change, Edit} from '../../model/change.ts';
import {type EntryEvidence, type Evidence, placeKey, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import type {Place} from '../../model/server.ts';

/** A word of advice. */
export const advise = (id: string, title: string): Fix => ({id, title, kind: 'advice'});

/** One safe command. */
export const runCommand = (id: string, title: string, command: readonly string[], cwd?: string): Fix => ({
  id,
  title,
  kind: 'run',
  command,
  ...(cwd === undefined ? {} : {cwd}),
});

const STARTS = 'The client starts exactly the program and the words that stand in the entry.';
const PASSES = 'The program gets its arguments word for word, as they stand in this list.';
const PREFIX = 'Clients put the name of the server in front of the names of its tools.';

/** One change inside the entry; `at` counts from the entry. */
const editEntry = (entry: EntryEvidence, id: string, title: string, at: KeyPath, edit: Edit, why: string): Fix => {
  const change: Change = {file: entry.file, path: [...entry.at, ...at], edit, why};
  return {id, title, kind: 'edit', change};
};

/** The entry's table of variables, and advice where the client has none. */
const envEdit = (evidence: Evidence, id: string, title: string, name: string, edit: Edit): Fix => {
  const entry = seen(evidence, 'entry');
  const field = entry?.rules.fields.env;
  if (entry === undefined || field == null) return advise(id, `${title} (in the environment that starts the server)`);
  const why =
    edit.kind === 'rename'
      ? `The server reads ${edit.to}, not ${name}.`
      : `The server reads ${name} from its environment.`;
  return editEntry(entry, id, title, [field, name], edit, why);
};

/** Set one variable of the server to a value that is not secret. */
export const setVariable = (evidence: Evidence, name: string, value: string, title?: string): Fix =>
  envEdit(evidence, `set-${slug(name)}`, title ?? `Set ${name} to "${value}" in ${envWord(evidence)}`, name, {
    kind: 'set',
    value,
  });

/** Ask the person for a variable's value. */
export const askVariable = (evidence: Evidence, name: string, title?: string): Fix => {
  const isSecret = /KEY|TOKEN|SECRET|PASS|CREDENTIAL|PAT$|DSN|AUTH/i.test(name);
  const shape = isSecret ? 'token' : /UR[LI]$|ENDPOINT|HOST$/i.test(name) ? 'url' : pathLike(name) ? 'path' : 'text';
  return envEdit(evidence, `set-${slug(name)}`, title ?? `Set ${name} in ${envWord(evidence)}`, name, {
    kind: 'ask',
    label: name,
    isSecret,
    shape,
  });
};

const pathLike = (name: string): boolean => /PATH$|DIR$|DIRECTORY$|FILE$|FOLDER$|ROOT$/i.test(name);

/** The same value under the name that the server reads. */
export const renameVariable = (evidence: Evidence, from: string, to: string): Fix =>
  envEdit(evidence, `rename-${slug(from)}`, `Rename ${from} to ${to} in ${envWord(evidence)}`, from, {
    kind: 'rename',
    to,
  });

const envWord = (evidence: Evidence): string => `"${seen(evidence, 'entry')?.rules.fields.env ?? 'env'}"`;

/** Program and arguments of the entry as the client's keys have them: where argument `index` stands. */
const argumentAt = (entry: EntryEvidence, index: number): KeyPath | null => {
  const {command, args} = entry.rules.fields;
  if (entry.rules.commandIsArray) return [command, index + 1];
  return args === null ? null : [args, index];
};

export const setCommand = (evidence: Evidence, value: string, title?: string): Fix => {
  const entry = seen(evidence, 'entry');
  const words = title ?? `Set "${entry?.rules.fields.command ?? 'command'}" to "${value}"`;
  if (entry === undefined) return advise('set-command', words);
  const {command} = entry.rules.fields;
  const at = entry.rules.commandIsArray ? [command, 0] : [command];
  return editEntry(entry, 'set-command', words, at, {kind: 'set', value}, STARTS);
};

/** Ask the person for the folder in which the command has to run; advice where the client has no such setting. */
export const askWorkingFolder = (evidence: Evidence, label: string): Fix => {
  const entry = seen(evidence, 'entry');
  const field = entry?.rules.fields.cwd;
  if (entry === undefined || field == null)
    return advise('working-folder', 'Let the command start in the folder of the project: name the folder in "args"');
  const edit: Edit = {kind: 'ask', label, isSecret: false, shape: 'path'};
  return editEntry(entry, 'set-cwd', `Set "${field}" to the folder of the project`, [field], edit, STARTS);
};

/** Put one argument in front of argument `index`; `index` may be the number of arguments (at the end). */
export const insertArgument = (evidence: Evidence, index: number, value: string, title: string): Fix => {
  const entry = seen(evidence, 'entry');
  const id = `add-${slug(value)}`;
  const at = entry === undefined ? null : argumentAt(entry, index);
  if (entry === undefined || at === null) return advise(id, title);
  const list = at.slice(0, -1);
  if (!Array.isArray(valueAt(entry.raw, list)))
    return editEntry(entry, id, title, list, {kind: 'set', value: [value]}, PASSES);
  return editEntry(entry, id, title, list, {kind: 'insert', index: Number(at.at(-1)), value}, PASSES);
};

/** Ask the person for one more argument, put at the end. */
export const setArgument = (evidence: Evidence, index: number, value: Json, title: string): Fix =>
  argumentEdit(evidence, `set-argument-${index}`, title, index, {kind: 'set', value});

export const askArgument = (evidence: Evidence, index: number, label: string, title: string): Fix =>
  argumentEdit(evidence, `ask-argument-${index}`, title, index, {kind: 'ask', label, isSecret: false, shape: 'path'});

export const removeArgument = (evidence: Evidence, index: number, title: string): Fix =>
  argumentEdit(evidence, `remove-argument-${index}`, title, index, {kind: 'remove'});

const argumentEdit = (evidence: Evidence, id: string, title: string, index: number, edit: Edit): Fix => {
  const entry = seen(evidence, 'entry');
  const at = entry === undefined ? null : argumentAt(entry, index);
  return entry === undefined || at === null ? advise(id, title) : editEntry(entry, id, title, at, edit, PASSES);
};

/** Several keys of the entry that only make sense together. */
export const mergeEntry = (
  evidence: Evidence,
  id: string,
  title: string,
  values: {readonly [key: string]: Json},
  remove: readonly string[] = [],
): Fix => {
  const entry = seen(evidence, 'entry');
  if (entry === undefined) return advise(id, title);
  return editEntry(entry, id, title, [], {kind: 'merge', values, remove}, STARTS);
};

/** The entry's key itself gets another name. */
export const renameEntry = (evidence: Evidence, to: string, title: string): Fix => {
  const entry = seen(evidence, 'entry');
  return entry === undefined
    ? advise('rename-server', title)
    : editEntry(entry, 'rename-server', title, [], {kind: 'rename', to}, PREFIX);
};

/** The words of the command as they run: the program's bare name, and the arguments. */
export const programOf = (evidence: Evidence): string => {
  const command = seen(evidence, 'entry')?.command ?? seen(evidence, 'launch')?.argv[0] ?? '';
  return path.win32.basename(command).replace(/\.(?:exe|cmd|bat)$/i, '');
};

export const argumentsOf = (evidence: Evidence): readonly string[] =>
  seen(evidence, 'entry')?.args ?? seen(evidence, 'launch')?.argv.slice(1) ?? [];

/** The command line as a person would write it, redacted. */
export const commandLineOf = (evidence: Evidence): string => {
  const entry = seen(evidence, 'entry');
  const words = entry?.command != null ? [entry.command, ...entry.args] : (seen(evidence, 'launch')?.argv ?? []);
  return words.map((word) => (/[\s"']/.test(word) ? JSON.stringify(word) : word)).join(' ');
};

/** Where a value of the entry stands in its file. */
export const placeIn = (evidence: Evidence, at: KeyPath): Place | undefined => {
  const entry = seen(evidence, 'entry');
  return entry?.places[placeKey(at)] ?? entry?.places[placeKey([...entry.at, ...at])] ?? entry?.place;
};

/** The entry's own arguments when none of them holds anything secret: only then may they be written anew. */
export const plainArguments = (evidence: Evidence): readonly string[] | null => {
  const entry = seen(evidence, 'entry');
  const field = entry?.rules.fields.args;
  if (entry === undefined || field == null || !isRecord(entry.raw)) return null;
  if (entry.values.some((value) => value.path[0] === field && (value.isSecret || value.references.length > 0)))
    return null;
  const args = entry.raw[field] ?? [];
  if (!Array.isArray(args)) return null;
  const words = args.filter((word): word is string => typeof word === 'string');
  return words.length === args.length && !words.some((word) => word.includes('[secret')) ? words : null;
};

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
