import {defineReported} from '../facts/reported-text.ts';

export const signInLockStale = defineReported({
  id: 'sign-in-lock-stale',
  class: 'auth',
  step: 'auth',
  title: 'A lock that was left behind stops the sign-in',
  waitingHelps: false,
  signatures: [
    {
      match:
        /Another instance is handling authentication|auth tab opens, succeeds, closes; call never returns|waiting for (?:the )?other (?:instance|process) to (?:complete|finish) auth/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Delete that lock file: ~/.mcp-auth/…/<hash>_lock.json (only this one file)'],
  cause: () => 'mcp-remote found a lock of another copy that no longer runs, and waits for it for ever.',
});
