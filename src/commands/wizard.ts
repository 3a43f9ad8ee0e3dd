import type {Found} from '../clients/index.ts';
import type {Host} from '../model/host.ts';
import type {Arguments} from './arguments.ts';
import {isOffline} from './provider-status.ts';
import {loadScreens, requireTerminal, runScreens} from './screens.ts';
import {namedEntries, openSession, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix`: the wizard. With nothing configured at all it offers the practice set-up. */
export const wizard = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  requireTerminal(host);
  loadScreens();
  const session = await openSession(args, host);
  const found = await session.find();
  const [name] = args.operands;
  if (name !== undefined) namedEntries(found, [name]);
  if (
    found.entries.length === 0 &&
    !found.files.some(
      (file) => file.exists && (file.syntax !== null || file.unreadable !== null || file.serverNames.length > 0),
    )
  ) {
    const {demo} = await import('./demo.ts');
    terminal.err('No MCP server is configured here yet.\nThis is the practice set-up: nothing of yours is touched.\n');
    return demo(args, host, terminal);
  }
  return runScreens(withFirst(session, found), {
    isPractice: false,
    only: name ?? null,
    isOffline: isOffline(args, host),
    isScreenReader: args.flag('screen-reader'),
    signal: terminal.signal,
  });
};

/** The session whose next reading is the one that was just made: the first frame does not wait for a second one. */
const withFirst = (session: Session, found: Found): Session => {
  let first: Found | null = found;
  return {
    ...session,
    find: async () => {
      const known = first;
      first = null;
      return known ?? (await session.find());
    },
  };
};
