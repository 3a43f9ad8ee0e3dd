import {nearest} from '../../model/nearest.ts';
import {UserError} from '../../model/user-error.ts';
import type {Client} from '../client.ts';

/** The client of an id. @throws UserError that names what was meant, or all of them */
export const clientNamed = (clients: readonly Client[], id: string): Client => {
  const client = clients.find((one) => one.id === id);
  if (client !== undefined) return client;
  const ids = clients.map((one) => one.id);
  const near = nearest(id, ids);
  throw new UserError(
    `mcp-fix knows no client ${JSON.stringify(id)}. ${near === null ? `It knows: ${ids.join(', ')}.` : `Did you mean ${near}?`}`,
  );
};
