import {defineReported} from '../facts/reported-text.ts';

/** Answers of `explain` for texts that no known failure fits: chosen by general words, never by a pattern of its own. */
export const unrecognisedAuth = defineReported({
  id: 'unrecognised-auth',
  class: 'auth',
  step: 'auth',
  title: 'A credential or a sign-in is refused',
  waitingHelps: false,
  signatures: [],
  remedies: [
    'Run "mcp-fix check" on the server: it looks at the shape of the credential and walks along the sign-in',
    'Replace the token by a new one, or sign in again in the client',
  ],
  onlyAlone: 'unrecognised-auth',
  cause: () => 'The text speaks of a credential or a sign-in, in words that no known failure has.',
});
