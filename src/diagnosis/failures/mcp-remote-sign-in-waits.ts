import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const mcpRemoteSignInWaits = defineSaidFailure({
  id: 'mcp-remote-sign-in-waits',
  class: 'auth',
  title: 'A left-over lock makes mcp-remote wait for a sign-in',
  patterns: [/Another instance is handling authentication/],
  alsoKnownAs: [/auth tab opens, succeeds, closes; call never returns/],
  remedies: ['Close other sessions, and remove the left-over lock file (…_lock.json) in ~/.mcp-auth'],
  waitingHelps: false,
  cause: () =>
    'mcp-remote waits for another copy of itself to finish the sign-in. That copy is gone or stuck, and its lock file in ~/.mcp-auth is still there.',
  fixes: (_, evidence) => [
    advise(
      'remove-lock',
      `Close the other sessions, remove the file ending in _lock.json in ${evidence.machine.home}/.mcp-auth, and start again (keep the other files: they hold your sign-ins)`,
    ),
  ],
});
