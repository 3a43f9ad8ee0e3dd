import {advice, editAt, isWritable, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandIsList = defineFailure({
  id: 'command-is-list',
  class: 'config',
  step: 'config',
  title: '"command" is a list',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /command:? (Expected|expected|Invalid input: expected) string,? received array/i, confidence: 'certain'},
  ],
  remedies: ['Put the first item of the list into "command" and the others into "args"'],
  detect: ({entry}) => {
    const value = rawAt(entry, [entry.rules.fields.command]);
    return entry.rules.commandIsArray || !Array.isArray(value) ? null : {words: value};
  },
  explain: (_, {entry}) => ({
    cause: `"${entry.rules.fields.command}" of "${entry.name}" is a list; ${entry.rules.clientName} wants the program there and the rest in "${entry.rules.fields.args ?? 'args'}".`,
    evidence: [quoteAt(entry, [entry.rules.fields.command])],
    location: placeAt(entry, [entry.rules.fields.command]),
  }),
  fixes: ({words}, {entry}) => {
    const [program, ...rest] = words;
    const args = entry.rules.fields.args ?? 'args';
    const more = rawAt(entry, [args]);
    if (typeof program !== 'string' || !isWritable(words) || !isWritable(more)) {
      return [advice('split-list', `Set "command" to the first item of the list and "${args}" to the others`)];
    }
    return [
      editAt(entry, [], {
        id: 'split-list',
        title: `Set "command" to "${program}" and "${args}" to the other items`,
        edit: {
          kind: 'merge',
          values: {[entry.rules.fields.command]: program, [args]: [...rest, ...(Array.isArray(more) ? more : [])]},
        },
        why: 'The program and its arguments stand apart',
      }),
    ];
  },
});
