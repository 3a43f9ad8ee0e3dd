import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const schemeDoubled = defineFailure({
  id: 'scheme-doubled',
  class: 'auth',
  step: 'config',
  title: 'The scheme of the credential stands twice',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Bearer:?\s+Bearer\b/i, confidence: 'certain'},
    {match: /Bearer\s+Authorization:/i, confidence: 'certain'},
  ],
  remedies: ['Remove the duplicated "Bearer": it stands twice in the header'],
  detect: ({entry}) =>
    entry.values.find(
      (shape) =>
        kindOf(entry, shape.path) === 'header' &&
        (shape.hasDoubledScheme || /^(\w+ +)?authorization\s*:/i.test(shape.text)),
    ) ?? null,
  explain: (shape, {entry}) => ({
    cause: shape.hasDoubledScheme
      ? `${capital(nounOf(entry, shape.path))} of "${entry.name}" has the scheme "${shape.scheme ?? 'Bearer'}" twice, so the server reads the second one as part of the token.`
      : `${capital(nounOf(entry, shape.path))} of "${entry.name}" holds the header's own name twice: once as its key and once inside the value.`,
    evidence: [quoteAt(entry, shape.path, shape.scheme ?? undefined)],
    location: placeAt(entry, shape.path),
  }),
  fixes: (shape, {entry}) => {
    const scheme = shape.scheme !== null && /^(basic|token|digest)$/i.test(shape.scheme) ? shape.scheme : 'Bearer';
    return [
      editAt(entry, shape.path, {
        id: 'set-scheme',
        title: `Write "${scheme}" once in ${nounOf(entry, shape.path)}`,
        edit: {kind: 'rewrite', how: {how: 'set-scheme', scheme}},
        why: 'The scheme stands in front of the token once',
      }),
    ];
  },
});
