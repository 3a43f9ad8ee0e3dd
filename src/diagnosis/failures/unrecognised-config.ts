import {defineReported} from '../facts/reported-text.ts';

/** Answers of `explain` for texts that no known failure fits: chosen by general words, never by a pattern of its own. */
export const unrecognisedConfig = defineReported({
  id: 'unrecognised-config',
  class: 'config',
  step: 'config',
  title: 'A setting is wrong',
  waitingHelps: false,
  signatures: [],
  remedies: [
    'Run "mcp-fix check": it reads every configuration file and names the line',
    'Compare the setting with the documentation of the server',
  ],
  onlyAlone: 'unrecognised-config',
  cause: () => 'The text speaks of a setting, a file or a variable, in words that no known failure has.',
});
