import type {Change, Edit} from '../../model/change.ts';
import {type EntryEvidence, placeKey} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import type {Place} from '../../model/server.ts';

/** The entry's value at a path below it, as written (redacted); undefined where there is none. */
export const rawAt = (entry: EntryEvidence, path: KeyPath): Json | undefined => valueAt(entry.raw, path);

/** The entry's own keys, in order. */
export const keysOf = (entry: EntryEvidence): readonly string[] => (isRecord(entry.raw) ? Object.keys(entry.raw) : []);

/** Where a value of the entry stands; the entry's own place when the value's is not known. */
export const placeAt = (entry: EntryEvidence, path: KeyPath): Place =>
  entry.places[placeKey(path)] ?? entry.places[placeKey([...entry.at, ...path])] ?? entry.place;

/** The person's own words at a path: '"type": "http-stream"', with file and line. */
export const quoteAt = (entry: EntryEvidence, path: KeyPath, deciding?: string): EvidenceLine => {
  const value = rawAt(entry, path);
  const key = path.at(-1);
  const text = typeof key === 'string' ? `"${key}": ${brief(value)}` : brief(value);
  return {
    label: `${entry.file}, line ${placeAt(entry, path).line}`,
    text,
    ...(deciding !== undefined && text.includes(deciding) ? {deciding} : {}),
  };
};

const brief = (value: Json | undefined): string => {
  const text = value === undefined ? '(not there)' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** A change of one place below the entry. */
export const changeAt = (entry: EntryEvidence, path: KeyPath, edit: Edit, why: string): Change => ({
  file: entry.file,
  path: [...entry.at, ...path],
  edit,
  why,
});

/** A fix that is one change of one place below the entry. */
export const editAt = (
  entry: EntryEvidence,
  path: KeyPath,
  fix: {readonly id: string; readonly title: string; readonly edit: Edit; readonly why: string},
): Fix => ({id: fix.id, title: fix.title, kind: 'edit', change: changeAt(entry, path, fix.edit, fix.why)});

/** The client refuses the entry because this key is null. To most clients null is nothing. */
export const isRefusedNull = (entry: EntryEvidence, key: string): boolean =>
  rawAt(entry, [key]) === null && entry.standing.state === 'unusable' && entry.standing.decidedBy?.path.at(-1) === key;

export const withoutNull = (entry: EntryEvidence, key: string): Fix =>
  editAt(entry, [key], {
    id: 'remove-null',
    title: `Remove "${key}": it holds nothing`,
    edit: {kind: 'remove'},
    why: 'null is no value that the client takes',
  });

export const advice = (id: string, title: string): Fix => ({id, title, kind: 'advice'});

/** Evidence is redacted: a text with a redaction mark can be shown, but never written back into a file. */
export const isWritable = (value: Json | undefined): boolean => !JSON.stringify(value ?? null).includes('[secret');

/** The entry's args as written, when they can be written back; null otherwise. */
export const writableArgs = (entry: EntryEvidence): readonly string[] | null => {
  const key = entry.rules.fields.args;
  const args = key === null ? undefined : rawAt(entry, [key]);
  if (!Array.isArray(args) || !isWritable(args)) return null;
  const texts = args.filter((item) => typeof item === 'string');
  return texts.length === args.length ? texts : null;
};

const SHELLS = /(^|[\\/])(sh|bash|zsh|dash|fish|cmd|powershell|pwsh)(\.exe)?$/i;

/** The command is a shell, which expands variables and wildcards of its own. */
export const runsInShell = (command: string | null): boolean => command !== null && SHELLS.test(command.trim());

/** The name of a program without folder and ending: '/usr/bin/node' → 'node', 'npx.cmd' → 'npx'. */
export const programName = (command: string): string =>
  (command.split(/[\\/]/).at(-1) ?? command).replace(/\.(exe|cmd|bat|ps1)$/i, '').toLowerCase();
