import type {Host} from '../model/host.ts';
import type {Arguments} from './arguments.ts';
import {requireTerminal, runScreens} from './screens.ts';
import {namedEntries, openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix`: the wizard. With nothing configured at all it offers the practice set-up. */
export const wizard = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  requireTerminal(host);
  const session = await openSession(args, host);
  // The screen's code loads while the files are read.
  const [found] = await Promise.all([session.find(), import('../wizard/index.ts')]);
  const [name] = args.operands;
  if (name !== undefined) namedEntries(found, [name]);
  if (
    found.entries.length === 0 &&
    !found.files.some(
      (file) => file.exists && (file.syntax !== null || file.unreadable !== null || file.serverNames.length > 0),
    )
  ) {
    const {demo} = await import('./demo.ts');
    terminal.err(
      'No MCP server is configured here yet, so this is the practice set-up: nothing of yours is touched.\n',
    );
    return demo(args, host, terminal);
  }
  return runScreens(session, {
    isPractice: false,
    only: name ?? null,
    isScreenReader: args.flag('screen-reader'),
    signal: terminal.signal,
  });
};
