import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {typeKey, wordFor} from '../facts/config-transport.ts';
import {defineFailure} from '../failure.ts';

export const commandWithoutType = defineFailure({
  id: 'command-without-type',
  class: 'config',
  step: 'config',
  title: 'A command stands without its type',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /Expected \{ readonly "type": "local".{0,200}got \{(?!.{0,80}"type")/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set "type" to "local" next to the "command" (opencode)'],
  detect: ({entry}) => {
    const {state, decidedBy} = entry.standing;
    const key = typeKey(entry);
    const isRefused = state === 'unusable' && decidedBy?.path.at(-1) === key;
    const {command, url} = entry.rules.fields;
    const hasCommand = (rawAt(entry, [command]) ?? null) !== null;
    const hasUrl = url.some((name) => (rawAt(entry, [name]) ?? null) !== null);
    return isRefused && (rawAt(entry, [key]) ?? null) === null && hasCommand && !hasUrl ? {command, key} : null;
  },
  explain: ({command, key}, {entry}) => ({
    cause: `"${entry.name}" has a "${command}" and no "${key}"; ${entry.rules.clientName} refuses an entry that does not say what it is, and the whole file with it.`,
    evidence: [quoteAt(entry, [command], `"${command}"`)],
    location: placeAt(entry, [command]),
  }),
  fixes: ({key}, {entry}) => {
    const word = wordFor(entry, 'stdio');
    return word === null
      ? []
      : [
          editAt(entry, [key], {
            id: 'set-type',
            title: `Set "${key}" to "${word}"`,
            edit: {kind: 'set', value: word},
            why: 'The client needs to know that this is a program to start',
          }),
        ];
  },
});
