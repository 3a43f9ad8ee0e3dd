import type {ActingEntry, Found} from '../clients/index.ts';
import type {ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import {namedEntries} from './session.ts';

/** The two that are compared. `acting` is the entry as the client reads it. */
export type Sides = readonly [ActingEntry, ActingEntry];

/**
 * Which two readings of a server are compared. Two clients: one entry, read by the rules of both. One: its own entry
 * beside another client's, or another client's entry read by its rules. None: the entries of two clients' files.
 * @throws UserError when there is nothing to compare with
 */
export const sidesOf = (found: Found, name: string, asked: readonly string[]): Sides => {
  const entries = [...namedEntries(found, [name])].sort((a, b) => idle(a) - idle(b));
  const [base] = entries;
  if (base === undefined)
    throw new UserError(
      `The file that names ${JSON.stringify(name)} has to be readable first. To see what is wrong with it: mcp-fix check ${JSON.stringify(name)}`,
    );
  if (asked.length > 2) throw new UserError('mcp-fix compare takes two clients at most: --as ONE --as OTHER.');
  const [one, other] = asked;
  if (one !== undefined && one === other) throw new UserError(`--as names ${one} twice; name two clients.`);
  if (one !== undefined && other !== undefined) {
    const shared = entries.find(({client}) => client === one || client === other) ?? base;
    return [found.asClient(shared, one), found.asClient(shared, other)];
  }
  if (one !== undefined) return withOne(found, entries, base, one);
  const second =
    entries.find((entry) => entry.client !== base.client) ?? entries.find((entry) => entry.key !== base.key);
  if (second === undefined)
    throw new UserError(
      `Only ${base.rules.clientName} has a server named ${JSON.stringify(name)}. Name the client that it is to be compared with: mcp-fix compare ${JSON.stringify(name)} --as ${base.client === 'cursor' ? 'claude-code' : 'cursor'}`,
    );
  return [asItself(found, base), asItself(found, second)];
};

const withOne = (found: Found, entries: readonly ServerEntry[], base: ServerEntry, client: string): Sides => {
  const own = entries.find((entry) => entry.client === client);
  const others = entries.find((entry) => entry.client !== client);
  if (own !== undefined && others !== undefined) return [asItself(found, others), asItself(found, own)];
  const acting = found.asClient(base, client);
  if (own === undefined) return [asItself(found, base), acting];
  throw new UserError(
    `Only ${base.rules.clientName} has a server named ${JSON.stringify(base.name)}. Name the other client too: --as ${client} --as OTHER.`,
  );
};

const asItself = (found: Found, entry: ServerEntry): ActingEntry => found.asClient(entry, entry.client);

const idle = (entry: ServerEntry): number => (entry.standing.state === 'active' ? 0 : 1);
