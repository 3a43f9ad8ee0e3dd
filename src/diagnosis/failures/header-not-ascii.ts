import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const headerNotAscii = defineFailure({
  id: 'header-not-ascii',
  class: 'auth',
  step: 'config',
  title: 'An odd character stands in a header',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /Cannot convert argument to a ByteString/i, confidence: 'certain'}],
  remedies: ['Paste the token again without curly quotes, long dashes or invisible spaces'],
  detect: ({entry}) =>
    entry.values.find(
      (shape) => kindOf(entry, shape.path) === 'header' && shape.hasNonAscii && shape.placeholder === null,
    ) ?? null,
  explain: (shape, {entry}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" holds a character that cannot stand in a header (a curly quote, a long dash or an invisible space), so the request cannot be sent.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'paste-again',
      title: `Paste the token for ${nounOf(entry, shape.path)} again`,
      edit: {
        kind: 'ask',
        label: `The token for ${nounOf(entry, shape.path)}`,
        isSecret: true,
        shape: 'token',
        ...(shape.scheme === null ? {} : {template: `${shape.scheme} {value}`}),
      },
      why: 'A header holds plain characters only',
    }),
  ],
});
