import type {Sibling} from '../model/evidence.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {ServerEntry} from '../model/server.ts';

/** Of each entry: the others of the same name, in other scopes and other clients, and which keys differ. */
export const siblingsOf = (entries: readonly ServerEntry[]): ((entry: ServerEntry) => readonly Sibling[]) => {
  const byName = new Map<string, ServerEntry[]>();
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
        differs: keysThatDiffer(entry.raw, other.raw),
        wins: other.client === entry.client && entry.standing.state === 'shadowed' && other.standing.state === 'active',
      }));
};

const keysThatDiffer = (one: Json, other: Json): readonly string[] => {
  if (!isRecord(one) || !isRecord(other)) return [];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => stable(one[key]) !== stable(other[key]));
};

/** Text of a value that does not depend on the order of keys. */
const stable = (value: Json | undefined): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (isRecord(value))
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${stable(value[key])}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'undefined';
};
