import {argPath, commandQuote, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {knownSpec} from '../facts/proposed-packages.ts';
import {defineFailure} from '../failure.ts';

export const packageMisspelt = defineFailure({
  id: 'package-misspelt',
  class: 'config',
  step: 'command',
  title: 'The name of the package looks misspelt',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [],
  remedies: ['Correct the name of the package: it differs by a letter or two from a well-known one'],
  detect: ({command}) => {
    const look = command.package;
    return look === null || look.nearKnown === null || look.isLocal ? null : {look, known: look.nearKnown};
  },
  explain: ({look, known}, {entry, command, all}) => ({
    cause: `The package ${look.name} differs by a letter or two from the well-known ${known}; it may not exist, or be somebody else's.`,
    evidence: [commandQuote(entry, command, look.name)],
    location: placeAt(entry, argPath(entry, look.argIndex)),
    confidence: 'likely',
    severity: works(all) ? 'warning' : 'error',
  }),
  fixes: ({look, known}, {entry}) => {
    const spec = knownSpec(look) ?? known;
    return [
      editAt(entry, argPath(entry, look.argIndex), {
        id: 'use-known',
        title: `Write "${spec}" instead of "${look.spec}"`,
        edit: {kind: 'set', value: spec},
        why: `${known} is the well-known package`,
      }),
      advice('check-publisher', `Keep ${look.name} only if you know who publishes it`),
    ];
  },
});
