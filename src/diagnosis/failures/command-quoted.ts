import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandQuoted = defineFailure({
  id: 'command-quoted',
  class: 'config',
  step: 'command',
  title: 'Quotation marks stand in the command',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [{match: /spawn \\?["'][^"']+\\?["'] ENOENT/i, confidence: 'certain'}],
  remedies: ['Remove the inner quotation marks from "command"'],
  detect: ({command}) =>
    command.hasQuotes && command.resolved === null && /^\s*["'].*["']\s*$/.test(command.command) ? {} : null,
  explain: (_, {entry, command}) => ({
    cause: `The quotation marks in the command of "${entry.name}" are part of the name that is looked for (${command.command}); no program is called like that.`,
    evidence: [commandQuote(entry, command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: (_, {entry}) => [
    editAt(entry, commandPath(entry), {
      id: 'unquote',
      title: 'Remove the quotation marks from "command"',
      edit: {kind: 'rewrite', how: {how: 'unquote'}},
      why: 'Nothing takes them away here',
    }),
  ],
});
