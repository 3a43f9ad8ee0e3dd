import type {EntryEvidence} from '../../model/evidence.ts';
import type {Transport} from '../../model/server.ts';
import {fieldOf, keyFor} from './config-fields.ts';

/** The transport that a word of any client means. */
export const meaningOf = (word: string): Transport => {
  const plain = word.toLowerCase().replace(/[-_\s]/g, '');
  if (plain.includes('sse')) return 'sse';
  if (/http|stream|remote|web|url/.test(plain)) return 'http';
  if (/stdio|local|command|process|std/.test(plain)) return 'stdio';
  return 'unknown';
};

/** The word of this client for a transport: 'http', 'streamableHttp', 'local' …; null when it has none. */
export const wordFor = (entry: EntryEvidence, transport: Transport): string | null => {
  const words = Object.entries(entry.rules.types)
    .filter(([, meaning]) => meaning === transport)
    .map(([word]) => word);
  return words.find((word) => word === transport) ?? words[0] ?? null;
};

/** The transport that the entry's own fields speak of, whatever its type says. */
export const transportByFields = (entry: EntryEvidence): Transport => {
  const url = fieldOf(entry, 'url');
  if (typeof url === 'string') return /\/sse\/?($|\?)/.test(url) ? 'sse' : 'http';
  return fieldOf(entry, 'command') === undefined ? 'unknown' : 'stdio';
};

/** The type key of this client, 'type' where it has none. */
export const typeKey = (entry: EntryEvidence): string => keyFor(entry, 'type') ?? 'type';
