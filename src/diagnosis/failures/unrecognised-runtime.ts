import {defineReported} from '../facts/reported-text.ts';

/** Answers of `explain` for texts that no known failure fits: chosen by general words, never by a pattern of its own. */
export const unrecognisedRuntime = defineReported({
  id: 'unrecognised-runtime',
  class: 'runtime',
  step: 'launch',
  title: 'Something fails while the server runs',
  waitingHelps: false,
  signatures: [],
  remedies: [
    'Run "mcp-fix check" on the server: it starts it and tells which step fails',
    'Paste more of the log: the first error counts, not the last',
  ],
  onlyAlone: 'unrecognised-runtime',
  cause: () => 'The text says that something failed, in words that no known failure has.',
});
