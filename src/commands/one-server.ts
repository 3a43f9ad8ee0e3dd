import {digestOf, type Found} from '../clients/index.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import type {ServerEntry} from '../model/server.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {lookAt, mayStart, namedEntries, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** The server that a command is about, as it is now. */
export interface OneServer {
  readonly found: Found;
  readonly look: Investigation;
}

/** The entries of the name that the command line gives: those that their clients use, where there are any. */
const entriesOf = async (
  args: Arguments,
  session: Session,
): Promise<{readonly found: Found; readonly first: ServerEntry; readonly entries: readonly ServerEntry[]}> => {
  const [name] = args.operands;
  if (name === undefined) {
    throw new UserError(`Which server? Usage: mcp-fix ${args.command} SERVER. To see what there is: mcp-fix list`);
  }
  const found = await session.find();
  const named = namedEntries(found, [name]);
  const used = named.filter(({standing}) => standing.state === 'active');
  const entries = used.length > 0 ? used : named;
  const [first] = entries;
  if (first !== undefined) return {found, first, entries};
  throw new UserError(
    `${shown(name)} stands in a file that cannot be read as it is. To see what is wrong with it: mcp-fix check ${shown(name)}`,
    EXIT.unchecked,
  );
};

/**
 * Looks at the server of that name: the entry that its client uses; of several, the first that is broken.
 * @throws UserError when there is none
 */
export const oneServer = async (args: Arguments, session: Session, terminal: Terminal): Promise<OneServer> => {
  const {found, first, entries} = await entriesOf(args, session);
  const look = (entry: ServerEntry): Promise<Investigation> => lookAt(session, found, entry, {signal: terminal.signal});
  const firstLook = await look(first);
  if (firstLook.status === 'broken') return {found, look: firstLook};
  for (const entry of entries.slice(1)) {
    const other = await look(entry);
    if (other.status === 'broken') return {found, look: other};
  }
  return {found, look: firstLook};
};

/**
 * The entry of that name, approved, and not asked anything yet.
 * @throws UserError when there is none, or when nobody approved it
 */
export const oneApprovedEntry = async (
  args: Arguments,
  session: Session,
): Promise<{readonly found: Found; readonly entry: ServerEntry}> => {
  const {found, first} = await entriesOf(args, session);
  const digest = await digestOf(first, session.host);
  demand(first, digest, mayStart(session, first, digest), args.command);
  return {found, entry: first};
};

/** Nothing was started and nothing was sent for this server, because nobody said yes to it. */
export const isUnapproved = (look: Investigation): boolean => look.because === 'untrusted';

/** @throws UserError (exit code 3) that says how to approve it, when it may not be asked */
export const demandAsked = (look: Investigation, command: string): void =>
  demand(look.entry, look.digest, !isUnapproved(look), command);

const demand = (entry: ServerEntry, digest: string, isApproved: boolean, command: string): void => {
  const name = shown(entry.name);
  if (!isApproved) {
    throw new UserError(
      `Nobody has approved what ${name} (${entry.client}) starts or calls, so it was not asked. Look at it with mcp-fix list, then: mcp-fix ${command} ${name} --trust ${digest}`,
      EXIT.unchecked,
    );
  }
  if (entry.standing.state !== 'active') {
    throw new UserError(
      `${entry.rules.clientName} does not use ${name} as it stands (${entry.standing.state}), so it was not asked. To see why: mcp-fix check ${name}`,
      EXIT.unchecked,
    );
  }
};

/** A name as it may be pasted and printed. */
export const shown = (name: string): string => printableLine(JSON.stringify(name));
