import type {Found} from '../clients/index.ts';
import type {Investigation} from '../model/investigation.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {lookAt, namedEntries, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** The server that a command is about, as it is now. */
export interface OneServer {
  readonly found: Found;
  readonly look: Investigation;
}

/**
 * Looks at the server of that name: the entry that its client uses; of several, the first that is broken.
 * @throws UserError when there is none
 */
export const oneServer = async (args: Arguments, session: Session, terminal: Terminal): Promise<OneServer> => {
  const [name] = args.operands;
  if (name === undefined) {
    throw new UserError(`Which server? Usage: mcp-fix ${args.command} SERVER. To see what there is: mcp-fix list`);
  }
  const found = await session.find();
  const entries = namedEntries(found, [name]);
  const used = entries.filter(({standing}) => standing.state === 'active');
  let first: Investigation | null = null;
  for (const entry of used.length > 0 ? used : entries) {
    const look = await lookAt(session, found, entry, {signal: terminal.signal});
    first ??= look;
    if (look.status === 'broken') return {found, look};
  }
  if (first !== null) return {found, look: first};
  throw new UserError(
    `${JSON.stringify(name)} stands in a file that cannot be read as it is. To see what is wrong with it: mcp-fix check ${JSON.stringify(name)}`,
    EXIT.unchecked,
  );
};

/** Nothing was started and nothing was sent for this server, because nobody said yes to it. */
export const isUnapproved = (look: Investigation): boolean => look.because === 'untrusted';

/** @throws UserError (exit code 3) that says how to approve it, when it may not be asked */
export const demandAsked = (look: Investigation, command: string): void => {
  const name = JSON.stringify(look.entry.name);
  if (isUnapproved(look)) {
    throw new UserError(
      `Nobody has approved what ${name} (${look.entry.client}) starts or calls, so it was not asked. Look at it with mcp-fix list, then: mcp-fix ${command} ${name} --trust ${look.digest}`,
      EXIT.unchecked,
    );
  }
  if (look.entry.standing.state !== 'active') {
    throw new UserError(
      `${look.entry.rules.clientName} does not use ${name} as it stands (${look.entry.standing.state}), so it was not asked. To see why: mcp-fix check ${name}`,
      EXIT.unchecked,
    );
  }
};
