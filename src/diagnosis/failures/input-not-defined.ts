import {advice, placeAt, quoteAt} from '../facts/config-entry.ts';
import {classOf, nounOf} from '../facts/config-values.ts';
import {openReferences, writeValue} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

export const inputNotDefined = defineFailure({
  id: 'input-not-defined',
  class: 'config',
  step: 'config',
  title: 'The file does not say what an input is',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /Undefined input variable '[^'\n]{1,100}'|[Ii]nput variable '[^'\n]{1,100}' must be defined/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Add the input to "inputs" at the top of the file: {"type": "promptString", "id": NAME, "password": true}',
  ],
  detect: ({entry}) =>
    openReferences(entry).find((one) => one.syntax === '${input:id}' && one.isExpanded && !one.isSet) ?? null,
  explain: (reference, {entry}) => ({
    cause: `${nounOf(entry, reference.path)} of "${entry.name}" asks for the input "${reference.name}", and "inputs" of the file does not hold one of that id; so ${entry.rules.clientName} has nothing to ask you for and does not start the server.`,
    evidence: [quoteAt(entry, reference.path, reference.written)],
    location: placeAt(entry, reference.path),
    class: classOf(entry, reference.path),
  }),
  fixes: (reference, {entry}) => [
    writeValue(entry, reference, `Write the value itself instead of ${reference.written}`),
    advice(
      'define-input',
      `Add to "inputs" of ${entry.file}: {"type": "promptString", "id": "${reference.name}", "description": "…", "password": true}`,
    ),
  ],
});
