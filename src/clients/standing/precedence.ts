import type {ServerEntry} from '../../model/server.ts';
import type {Client} from '../client.ts';
import {standingAs} from './standing-as.ts';

/**
 * Of several usable entries with one name the client takes that of its strongest scope; the others are shadowed.
 * Scopes that the client does not rank stand beside each other.
 */
export const withPrecedence = (client: Client, entries: readonly ServerEntry[]): readonly ServerEntry[] => {
  const {precedence} = client;
  if (precedence.length === 0) return entries;
  const strength = (entry: ServerEntry): number => precedence.indexOf(entry.scope);
  const winners = new Map<string, ServerEntry>();
  for (const entry of entries) {
    if (entry.standing.state !== 'active' || strength(entry) === -1) continue;
    const known = winners.get(entry.name);
    if (known === undefined || strength(entry) < strength(known)) winners.set(entry.name, entry);
  }
  return entries.map((entry) => {
    const winner = winners.get(entry.name);
    if (winner === undefined || winner === entry || entry.standing.state !== 'active' || strength(entry) === -1)
      return entry;
    const wins = `the ${winner.scope} scope in ${winner.file}`;
    const decidedBy = {file: winner.file, path: winner.at, line: winner.line, owner: null};
    return standingAs(entry, {state: 'shadowed', decidedBy, wins});
  });
};
