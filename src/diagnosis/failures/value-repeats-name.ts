import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const valueRepeatsName = defineFailure({
  id: 'value-repeats-name',
  class: 'config',
  step: 'config',
  title: 'A value begins with the name of its own variable',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Remove "NAME=" from the value: the name stands on the left side already'],
  detect: ({entry}) => entry.values.find((shape) => shape.repeatedName !== null) ?? null,
  explain: (shape, {entry}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" holds a whole line of a .env file: its value begins with "${shape.repeatedName ?? ''}", so the name stands twice and becomes part of the value.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
    confidence: 'certain',
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'remove-name',
      title: `Remove "${shape.repeatedName ?? ''}" from the value of ${nounOf(entry, shape.path)}`,
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: shape.repeatedName ?? '', to: ''}},
      why: 'The name of the variable is no part of its value',
    }),
  ],
});
