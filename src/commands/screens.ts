import {dataFolders} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {UserError} from '../model/user-error.ts';
import {guardTerminal} from '../probes/process/index.ts';
import {withRequests} from './request/request-ports.ts';
import type {Session} from './session.ts';
import {jobControl, ownPid, streams} from './terminal.ts';
import {createKeeper} from './unfinished/keeper.ts';
import {ownerOf} from './unfinished/owner.ts';
import {withUnfinished} from './unfinished/with-unfinished.ts';
import {wizardPorts} from './wizard-ports.ts';

/** Draws the wizard on the person's terminal, which the supervisor gives back even if we are killed. */
export const runScreens = async (
  session: Session,
  options: {
    readonly isPractice: boolean;
    readonly only: string | null;
    /** No status page may be asked, not even after a yes. */
    readonly isOffline: boolean;
    readonly isScreenReader: boolean;
    readonly signal: AbortSignal;
  },
): Promise<number> => {
  // The terminal's modes are saved by another process, meanwhile the screens load.
  const [{runWizard}, release] = await Promise.all([import('../wizard/index.ts'), guardTerminal(session.host)]);
  const data = dataFolders(session.host)?.data ?? null;
  const owner = ownerOf(ownPid());
  const keeper = createKeeper(session, data, owner);
  const ports = withUnfinished(withRequests(wizardPorts(session, options), session), {
    session,
    keeper,
    dataDir: data,
    owner,
    only: options.only,
  });
  const later = setTimeout(() => void loadTheRest(), AFTER_FIRST_FRAME_MS);
  try {
    return await runWizard(ports, {
      ...streams(),
      screenReader: options.isScreenReader || session.host.env['INK_SCREEN_READER'] === 'true',
      ascii: hasPlainConsole(session.host),
      signal: options.signal,
      jobs: jobControl(),
      onState: keeper.see,
    });
  } finally {
    clearTimeout(later);
    await keeper.settled();
    release();
  }
};

const AFTER_FIRST_FRAME_MS = 1000;

/**
 * What a repair needs and the first frame does not. Loaded while the list is read by the person: so the first look does not
 * wait for it, and a wizard that stays open does not miss its own code after an update of the package.
 */
const loadTheRest = async (): Promise<void> => {
  try {
    await Promise.all([
      import('../probes/investigate.ts'),
      import('../diagnosis/index.ts'),
      import('../clients/edit/hand.ts'),
    ]);
  } catch {
    // Whoever needs it next says that it is missing.
  }
};

/** Begins to read the screens' code, so that it is there when the configurations have been read. */
export const loadScreens = (): void => {
  import('../wizard/index.ts').catch(() => undefined); // `runScreens` asks again, and says what is missing.
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
