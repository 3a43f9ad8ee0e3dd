import type {EntryEvidence, Sibling, VariableReference} from '../../model/evidence.ts';
import {HIDDEN_NAME, placeKey} from '../../model/evidence.ts';
import {variable} from '../../model/host.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import {editDistance} from '../../model/nearest.ts';
import {printable, printableLine} from '../../model/printable.ts';
import {createRedactor, type Redactor} from '../../model/redact.ts';
import type {Place, ServerEntry} from '../../model/server.ts';
import type {ReadFile} from '../read-file.ts';
import {nodeAt, type TreeNode} from '../text/tree.ts';
import {type EntryString, entryStrings} from './entry-strings.ts';
import {type Expanded, expand} from './expand.ts';
import {inputsTroubleIn} from './input-definitions.ts';
import type {EntryContext} from './launch-of.ts';
import {isVariable} from './references.ts';
import {secretsIn} from './secrets-of.ts';
import {shownLaunch} from './shown-launch.ts';
import {valueShapeOf} from './value-shape-of.ts';

/** One text of the entry with what became of it. */
export interface ReadString {
  readonly string: EntryString;
  readonly expanded: Expanded;
  readonly secrets: readonly string[];
}

/** Every text of an entry, expanded, with its secrets. */
export const readStrings = (raw: Json, context: EntryContext): readonly ReadString[] =>
  entryStrings(raw, context.rules).map((string) => {
    const field = string.field === 'other' ? String(string.path[0] ?? '') : string.field;
    const expanded = expand(string.text, field, context);
    return {string, expanded, secrets: secretsIn(string, expanded)};
  });

/** What the entry says, without secrets. */
export const entryEvidenceOf = (
  entry: ServerEntry,
  read: ReadFile,
  context: EntryContext,
  aside: {readonly siblings: readonly Sibling[]; readonly isTracked: boolean | null},
): EntryEvidence => {
  const redactor = createRedactor(entry.secrets);
  const strings = readStrings(entry.raw, context);
  const {raw, rules} = entry;
  return {
    name: printableLine(entry.name),
    client: entry.client,
    scope: entry.scope,
    file: entry.file,
    format: entry.format,
    at: entry.at,
    place: {file: entry.file, line: entry.line, column: entry.column},
    isProjectFile: entry.isProjectFile,
    transport: entry.transport,
    rules,
    standing: entry.standing,
    raw: cleanJson(raw, redactor),
    ...shownLaunch(entry, redactor),
    envNames: namesUnder(raw, rules.fields.env),
    headerNames: namesUnder(raw, rules.fields.headers),
    values: strings
      .filter(({string}) => ['env', 'headers', 'args', 'url', 'command'].includes(string.field))
      .map(({string, expanded, secrets}) => valueShapeOf(string, expanded, secrets, redactor)),
    variables: [...strings.flatMap((read) => variablesOf(read, context, entry)), ...namedVariables(strings, context)],
    inputsTrouble: inputsTroubleIn(read),
    siblings: aside.siblings,
    duplicateKeys: duplicatesOf(entry.at, read),
    isTracked: aside.isTracked,
    places: placesIn(nodeAt(read.document.root, entry.at), entry.file, read),
  };
};

/** Strings redacted and printable; keys printable; everything else word for word. */
const cleanJson = (value: Json, redactor: Redactor): Json => {
  if (typeof value === 'string') return printable(redactor.text(value));
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, redactor));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [printableLine(key), cleanJson(item, redactor)]),
  );
};

const namesUnder = (raw: Json, key: string | null): readonly string[] => {
  const value = key !== null && isRecord(raw) ? raw[key] : undefined;
  return isRecord(value) ? Object.keys(value).map(printableLine) : [];
};

const variablesOf = (
  {string, expanded}: ReadString,
  {host, inputs, knownNames}: EntryContext,
  entry: ServerEntry,
): readonly VariableReference[] =>
  expanded.uses.map(({reference, isExpanded, isSet}) => ({
    name: reference.name,
    written: printableLine(reference.written),
    syntax: reference.syntax,
    path: string.path,
    isExpanded,
    isSet,
    hasDefault: reference.fallback !== null,
    isOfEnvironment: isVariable(reference.syntax) && !Object.hasOwn(knownNames, reference.name),
    near:
      isSet || !isVariable(reference.syntax)
        ? []
        : nearNames(reference.name, [...Object.keys(host.env), ...namesUnder(entry.raw, entry.rules.fields.env)]),
    input:
      reference.syntax === '${input:id}' ? (inputs.find(({id}) => id === reference.name)?.definition ?? null) : null,
  }));

/** Values that are themselves the names of variables (Codex's bearer_token_env_var). */
const namedVariables = (strings: readonly ReadString[], {host, reading}: EntryContext): readonly VariableReference[] =>
  strings
    .filter(({string}) =>
      reading.namedVariables.some(
        (path) =>
          path.length === string.path.length && path.every((key, index) => key === '*' || key === string.path[index]),
      ),
    )
    .map(({string}) => {
      const isSet = variable(host, string.text) !== undefined;
      const shown = isSet || looksLikeName(string.text) ? printableLine(string.text) : HIDDEN_NAME;
      return {
        name: shown,
        written: shown,
        syntax: 'NAME',
        path: string.path,
        isExpanded: true,
        isSet,
        hasDefault: false,
        isOfEnvironment: true,
        near: isSet ? [] : nearNames(string.text, Object.keys(host.env)),
        input: null,
      };
    });

/** People put the token itself where its variable's name belongs: what does not look like a name is not shown. */
const looksLikeName = (text: string): boolean =>
  /^[A-Z_][A-Z0-9_]{0,80}$/.test(text)
    ? text.includes('_') || !/\d/.test(text)
    : /^[A-Za-z][A-Za-z_]{0,30}$/.test(text);

/** Names a letter or two away, nearest first; marks between words do not count. */
const nearNames = (name: string, known: readonly string[]): readonly string[] => {
  const plain = (text: string): string => text.toUpperCase().replaceAll('_', '');
  const wanted = plain(name);
  const limit = wanted.length < 5 ? 1 : 2;
  return [...new Set(known)]
    .filter((other) => other !== name && Math.abs(plain(other).length - wanted.length) <= limit)
    .map((other) => ({other, distance: editDistance(wanted, plain(other))}))
    .filter(({distance}) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({other}) => other);
};

/** Keys that stand twice inside the entry, or on the way to it. */
const duplicatesOf = (at: KeyPath, {duplicates, lines}: ReadFile): EntryEvidence['duplicateKeys'] =>
  duplicates
    .filter(({path}) => path.every((key, index) => index >= at.length || at[index] === key))
    .map(({path, offsets}) => ({path, lines: offsets.map((offset) => lines.at(offset).line)}));

/** Where each value of the entry stands: the place of its key, or of the item itself. Paths start at the entry. */
const placesIn = (node: TreeNode | null, file: string, {lines}: ReadFile): Record<string, Place> => {
  const found: Record<string, Place> = {};
  const walk = (at: TreeNode, path: KeyPath): void => {
    if (path.length > 8) return;
    if (at.kind === 'object')
      for (const member of at.members) {
        found[placeKey([...path, member.key])] = {file, ...lines.at(member.keyOffset)};
        walk(member.node, [...path, member.key]);
      }
    else if (at.kind === 'array')
      at.items.forEach((item, index) => {
        found[placeKey([...path, index])] = {file, ...lines.at(item.offset)};
        walk(item, [...path, index]);
      });
  };
  if (node !== null) walk(node, []);
  return found;
};
