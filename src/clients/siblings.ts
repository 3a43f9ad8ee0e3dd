import type {Sibling} from '../model/evidence.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {ServerEntry} from '../model/server.ts';

/** Of each entry: the others of the same name, in other scopes and other clients, and which keys differ. */
export const siblingsOf = (entries: readonly ServerEntry[]): ((entry: ServerEntry) => readonly Sibling[]) => {
  const byName = new Map<string, ServerEntry[]>();
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const textsOf = (entry: ServerEntry): ReadonlyMap<string, string> => {
    const known = texts.get(entry.key) ?? textOfKeys(entry.raw);
    texts.set(entry.key, known);
    return known;
  };
  for (const entry of entries) {
    const same = byName.get(entry.name);
    if (same === undefined) byName.set(entry.name, [entry]);
    else same.push(entry);
  }
  return (entry) =>
    (byName.get(entry.name) ?? [])
      .filter((other) => other.key !== entry.key)
      .slice(0, 50)
      .map((other) => ({
        client: other.client,
        scope: other.scope,
        file: other.file,
        line: other.line,
        differs: isRecord(entry.raw) && isRecord(other.raw) ? keysThatDiffer(textsOf(entry), textsOf(other)) : [],
        wins: other.client === entry.client && entry.standing.state === 'shadowed' && other.standing.state === 'active',
      }));
};

const keysThatDiffer = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] => {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => one.get(key) !== other.get(key));
};

/** Each key of an entry with the text of its value. */
const textOfKeys = (raw: Json): ReadonlyMap<string, string> =>
  new Map(isRecord(raw) ? Object.entries(raw).map(([key, value]) => [key, stable(value)]) : []);

/** Text of a value that does not depend on the order of keys. */
const stable = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (isRecord(value))
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${stable(value[key] ?? null)}`)
      .join(',')}}`;
  return JSON.stringify(value);
};
