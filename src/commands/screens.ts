import type {Host} from '../model/host.ts';
import {UserError} from '../model/user-error.ts';
import {guardTerminal} from '../probes/process/index.ts';
import type {Session} from './session.ts';
import {streams} from './terminal.ts';
import {wizardPorts} from './wizard-ports.ts';

/** Draws the wizard on the person's terminal, which the supervisor gives back even if we are killed. */
export const runScreens = async (
  session: Session,
  options: {
    readonly isPractice: boolean;
    readonly only: string | null;
    readonly isScreenReader: boolean;
    readonly signal: AbortSignal;
  },
): Promise<number> => {
  const {runWizard} = await import('../wizard/index.ts');
  const release = await guardTerminal(session.host);
  try {
    return await runWizard(wizardPorts(session, options), {
      ...streams(),
      screenReader: options.isScreenReader || session.host.env['INK_SCREEN_READER'] === 'true',
      ascii: hasPlainConsole(session.host),
      signal: options.signal,
    });
  } finally {
    release();
  }
};

/** @throws UserError that names the command for a script. Ink may only be mounted on a real terminal. */
export const requireTerminal = (host: Host): void => {
  if (host.terminal.stdin && host.terminal.stdout && host.env['TERM'] !== 'dumb') return;
  throw new UserError(
    'The wizard needs a terminal that can be drawn on, and here is none. In a script: mcp-fix check (what is wrong), mcp-fix fix SERVER (repair it), mcp-fix list (what is configured).',
  );
};

/** A console whose fonts lack the signs of the screens: Linux's own, and old Windows consoles. */
export const hasPlainConsole = (host: Host): boolean =>
  host.env['TERM'] === 'linux' ||
  host.env['TERM'] === 'dumb' ||
  (host.platform === 'win32' && host.env['WT_SESSION'] === undefined && host.env['TERM_PROGRAM'] === undefined);
