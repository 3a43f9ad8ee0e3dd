import type {EntryEvidence} from '../../model/evidence.ts';
import {fieldOf} from './config-fields.ts';

/** Clients whose time limit counts in seconds (their own documentation); the others count in milliseconds. */
const SECONDS: ReadonlySet<string> = new Set(['cline', 'roo-code', 'zed', 'goose', 'crush', 'codex']);

/** Whether the client counts the entry's time limit in seconds. */
export const countsSeconds = (entry: EntryEvidence): boolean =>
  /sec/i.test(entry.rules.fields.timeout ?? '') || SECONDS.has(entry.client);

/** The time limit that the entry sets itself, in milliseconds; null where it sets none. */
export const ownLimitMs = (entry: EntryEvidence): number | null => {
  const value = fieldOf(entry, 'timeout');
  if (typeof value !== 'number' || value <= 0) return null;
  return countsSeconds(entry) ? value * 1000 : value;
};
