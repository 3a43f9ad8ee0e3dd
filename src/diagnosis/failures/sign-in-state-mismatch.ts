import {defineReported} from '../facts/reported-text.ts';

export const signInStateMismatch = defineReported({
  id: 'sign-in-state-mismatch',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in came back to another process',
  waitingHelps: false,
  signatures: [
    {
      match:
        /invalid (?:OAuth )?state(?: parameter)?\b|no authori[sz]ation code (?:found|received)|(?:OAuth|auth\w*) (?:callback |flow )?(?:authentication )?(?:timeout|timed out)|callback timeout/i,
      confidence: 'likely',
    },

    {
      match:
        /Invalid or expired state parameter|potential CSRF attack|state (?:parameter )?mismatch|OAuth callback port \d+ is already in use/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set oauth.callbackPort to a free port (or free the port: end the other copy of the client)'],
  cause: () =>
    'The browser returned to a port that another copy of the client holds, and that copy does not know this sign-in.',
});
