import type {Found} from '../found.ts';

/** Everything that was found, with each entry as one client would read it. Approvals are asked for anew: it is another launch. */
export const foundAs = (found: Found, clientId: string): Found => ({
  ...found,
  entries: found.entries.map((entry) => found.asClient(entry, clientId).entry),
});
