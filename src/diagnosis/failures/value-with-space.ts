import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, isCredential, kindOf, nounOf} from '../facts/config-values.ts';
import {isCredentialRefused} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

export const valueWithSpace = defineFailure({
  id: 'value-with-space',
  class: 'auth',
  step: 'config',
  title: 'A space stands around a credential',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /(leading|trailing|surrounding) (white ?space|spaces?).{0,40}(token|key|value|header)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Remove the space before or after the key'],
  detect: ({entry}) =>
    entry.values.find(
      (shape) =>
        shape.hasOuterSpace &&
        !shape.hasLineEnd &&
        !shape.isEmpty &&
        shape.text.trim() !== '' &&
        kindOf(entry, shape.path) === 'env' &&
        isCredential(entry, shape),
    ) ?? null,
  explain: (shape, {entry, all}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" has a space before or after its value, which becomes part of the key.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
    confidence: 'likely',
    severity: isCredentialRefused(all) ? 'error' : 'warning',
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'trim',
      title: `Remove the space around ${nounOf(entry, shape.path)}`,
      edit: {kind: 'rewrite', how: {how: 'trim'}},
      why: 'The space becomes part of the key',
    }),
  ],
});
