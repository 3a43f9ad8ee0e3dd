import {works} from '../facts/command-entry.ts';
import {editAt, placeAt, quoteAt, runsInShell} from '../facts/config-entry.ts';
import {kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const argumentQuoted = defineFailure({
  id: 'argument-quoted',
  class: 'config',
  step: 'command',
  title: 'Quotation marks stand in an argument',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /Cannot find module '[^'\n]*\\?"[A-Za-z]?:?[\\/][^'\n]*\\?"'/i, confidence: 'certain'},
    {match: /can't open file '[^'\n]*\\?"[^'\n]*'/i, confidence: 'certain'},
  ],
  remedies: ['Strip the inner quotes from the argument: they become part of the path'],
  detect: ({entry, command, all}) => {
    if (runsInShell(command.command) || works(all)) return null;
    return (
      entry.values.find(
        (shape) => kindOf(entry, shape.path) === 'args' && shape.quotedBy !== null && /[\\/]/.test(shape.text),
      ) ?? null
    );
  },
  explain: (shape, {entry}) => ({
    cause: `The quotation marks in ${nounOf(entry, shape.path)} of "${entry.name}" become part of the path ${shape.text}, which does not exist like that.`,
    evidence: [quoteAt(entry, shape.path, shape.text)],
    location: placeAt(entry, shape.path),
    confidence: 'likely',
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'unquote',
      title: `Remove the quotation marks from ${nounOf(entry, shape.path)}`,
      edit: {kind: 'rewrite', how: {how: 'unquote'}},
      why: 'No shell takes them away',
    }),
  ],
});
