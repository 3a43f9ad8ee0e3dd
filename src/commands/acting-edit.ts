import {referencesIn} from '../clients/entry/references.ts';
import type {Change} from '../model/change.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {ClientRules, ServerEntry} from '../model/server.ts';
import {isActing, ownClientOf} from './acting-servers.ts';

/**
 * Why a change that was found while acting as another client may not be written into the file of the entry's own client:
 * it would say something else there. Null where both clients spell it alike, and for entries that are read as they are.
 */
export const whyNotForOwn = (entry: ServerEntry, change: Change): string | null => {
  const own = ownClientOf(entry);
  if (!isActing(entry) || own === undefined || change.file !== entry.file) return null;
  const {rules} = entry;
  const inside = change.path.slice(entry.at.length);
  const isBeneath = entry.at.every((key, index) => change.path[index] === key);
  const keys = isBeneath ? [...inside.slice(0, 1), ...(inside.length === 0 ? keysOf(change) : [])] : [];
  const odd = keys.find((key) => typeof key === 'string' && !meansTheSame(key, rules, own.rules));
  const {edit} = change;
  const foreign =
    edit.kind === 'set' || edit.kind === 'insert' || edit.kind === 'merge'
      ? referenceNotOf(edit.kind === 'merge' ? edit.values : edit.value, rules, own.rules)
      : null;
  if (odd === undefined && foreign === null && isBeneath) return null;
  const what = !isBeneath
    ? 'it is outside of the entry'
    : odd === undefined
      ? `it does not read ${foreign}`
      : `it does not read "${odd}" so`;
  return `This is how ${rules.clientName} wants it; the file is ${own.name}'s, and ${what}. Change it in the file of ${rules.clientName}, or repair it without --as.`;
};

/** Keys of the entry that a change of the whole entry touches. */
const keysOf = ({edit}: Change): readonly string[] => {
  if (edit.kind === 'merge') return [...Object.keys(edit.values), ...(edit.remove ?? [])];
  if (edit.kind !== 'rewrite') return [];
  const {how} = edit;
  return how.how === 'split-command' || how.how === 'wrap-shell' || how.how === 'wrap-command'
    ? [how.commandKey, how.argsKey]
    : [];
};

const PARTS = [
  'command',
  'args',
  'env',
  'cwd',
  'headers',
  'type',
  'disabled',
  'enabled',
  'timeout',
  'envFile',
] as const;

/** Both clients read this key, and mean the same by it. */
const meansTheSame = (key: string, one: ClientRules, other: ClientRules): boolean => {
  if (one.commandIsArray !== other.commandIsArray && (key === one.fields.command || key === other.fields.command))
    return false;
  if (one.fields.url.includes(key)) return other.fields.url.includes(key);
  const part = PARTS.find((name) => one.fields[name] === key);
  return part === undefined ? other.knownFields.includes(key) : other.fields[part] === key;
};

/** A variable in the one client's spelling that the other takes for letters. */
const referenceNotOf = (value: Json, one: ClientRules, other: ClientRules): string | null => {
  const bad = textsIn(value)
    .flatMap((text) => referencesIn(text, one.expansion.syntax.includes('$VAR')))
    .find(({syntax}) => one.expansion.syntax.includes(syntax) && !other.expansion.syntax.includes(syntax));
  return bad?.written ?? null;
};

const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
};
