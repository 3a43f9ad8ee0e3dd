import {defineReported} from '../facts/reported-text.ts';

export const clientAddArgumentsOrder = defineReported({
  id: 'client-add-arguments-order',
  class: 'config',
  step: 'config',
  title: 'The words of "claude mcp add" stand in the wrong order',
  waitingHelps: false,
  signatures: [
    {match: /Invalid environment variable format: .{1,200}should be added as/i, confidence: 'certain'},
    {match: /missing required argument '(?:name|commandOrUrl)'/i, confidence: 'certain'},
  ],
  remedies: [
    'Put the name first: claude mcp add NAME -e KEY=value -- command (or use claude mcp add-json)',
    'Repeat -e (and --header) for each value, and write -- before the command of the server',
  ],
  cause: () =>
    'The options -e and --header take every word that follows, so the name of the server was taken for a variable.',
});
