import {defineReported} from '../facts/reported-text.ts';

/** Answers of `explain` for texts that no known failure fits: chosen by general words, never by a pattern of its own. */
export const unrecognisedQuota = defineReported({
  id: 'unrecognised-quota',
  class: 'quota',
  step: 'http',
  title: 'A limit or a budget stops the server',
  waitingHelps: true,
  signatures: [],
  remedies: [
    'Run "mcp-fix check" on the server: it reads Retry-After and the body of the answer',
    'Look at the usage and billing pages of the provider, and wait if it is a limit for each minute',
  ],
  onlyAlone: 'unrecognised-quota',
  cause: () => 'The text speaks of a limit or a budget, in words that no known failure has.',
});
