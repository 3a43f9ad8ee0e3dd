import {CLIENTS, type Client} from '../clients/index.ts';
import type {ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import type {Session} from './session.ts';

/** Between an entry's own key and the client that it is read as. */
const AS = '\0as\0';

/** The key of the entry in its own client's words. */
export const ownKeyOf = (key: string): string => key.split(AS)[0] ?? key;

export const isActing = (entry: Pick<ServerEntry, 'key'>): boolean => entry.key.includes(AS);

/** The client whose file the entry stands in, whatever client it is read as; undefined for what a person typed. */
export const ownClientOf = (entry: Pick<ServerEntry, 'key'>): Client | undefined => {
  const [id] = entry.key.split('\0');
  return CLIENTS.find((client) => client.id === id);
};

/** 'Cursor', or "Cursor (from Claude Code's file)" for an entry that is read by another client's rules. */
export const clientWords = (entry: Pick<ServerEntry, 'key' | 'rules'>): string => {
  const own = ownClientOf(entry);
  return isActing(entry) && own !== undefined
    ? `${entry.rules.clientName} (from ${own.name}'s file)`
    : entry.rules.clientName;
};

/** Entries that a person looks at as another client: rows of this run. */
export interface ActingServers {
  /** The session, which finds them beside the entries as they are. */
  readonly session: Session;
  /** The key under which it is found from now on. @throws UserError for an entry that is gone */
  readonly add: (key: string, client: string) => Promise<string>;
}

export const createActingServers = (session: Session): ActingServers => {
  const wanted = new Map<string, {readonly own: string; readonly client: string}>();
  return {
    session: {
      ...session,
      find: async () => {
        const found = await session.find();
        const acting = [...wanted.values()].flatMap(({own, client}) => {
          const entry = found.entries.find((one) => one.key === own);
          return entry === undefined ? [] : [found.asClient(entry, client).entry];
        });
        return acting.length === 0 ? found : {...found, entries: [...found.entries, ...acting]};
      },
    },
    add: async (key, client) => {
      const found = await session.find();
      const entry = found.entries.find((one) => one.key === key);
      if (entry === undefined) throw new UserError('This server is not in the configuration any more.');
      const acting = found.asClient(entry, client).entry;
      wanted.set(acting.key, {own: key, client});
      return acting.key;
    },
  };
};
