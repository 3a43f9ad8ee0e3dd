import {isRecord, type KeyPath, valueAt} from '../../model/json.ts';
import type {ServerEntry, Standing} from '../../model/server.ts';
import {lineOf, type Settings} from './settings-file.ts';
import {standingAs} from './standing-as.ts';

const decided = (settings: Settings, path: KeyPath, state: Standing['state']): Standing => ({
  state,
  decidedBy: {file: settings.path ?? '', path, line: lineOf(settings, path), owner: null},
  wins: null,
});

/** The server's name stands in a list of those that are switched off; `*` in the list stands for any text. */
export const listedIn = (settings: readonly Settings[], path: KeyPath, entry: ServerEntry): Standing | null => {
  for (const one of settings) {
    const list = valueAt(one.value, path);
    const index = Array.isArray(list) ? list.findIndex((name) => isMeant(name, entry.name)) : -1;
    if (index !== -1) return decided(one, [...path, index], 'disabled');
  }
  return null;
};

/** A list of allowed servers is there, and this one is not in it. */
export const notListedIn = (settings: readonly Settings[], path: KeyPath, entry: ServerEntry): Standing | null => {
  for (const one of settings) {
    const list = valueAt(one.value, path);
    if (Array.isArray(list) && !list.some((name) => isMeant(name, entry.name))) return decided(one, path, 'blocked');
  }
  return null;
};

/** A file of switches: `{"name": {"enabled": false}}`. */
export const switchedOffIn = (settings: Settings, entry: ServerEntry): Standing | null => {
  const found = valueAt(settings.value, [entry.name]);
  return isRecord(found) && found['enabled'] === false ? decided(settings, [entry.name, 'enabled'], 'disabled') : null;
};

const isMeant = (pattern: unknown, name: string): boolean => {
  if (typeof pattern !== 'string') return false;
  if (!pattern.includes('*')) return pattern === name;
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return pattern.length < 200 && new RegExp(`^${parts.join('[^]*?')}$`).test(name);
};

/** Gives the active entries the first standing that is found for each. */
export const withStanding = (
  entries: readonly ServerEntry[],
  judge: (entry: ServerEntry) => Standing | null,
): readonly ServerEntry[] =>
  entries.map((entry) => {
    const standing = entry.standing.state === 'active' ? judge(entry) : null;
    return standing === null ? entry : standingAs(entry, standing);
  });
