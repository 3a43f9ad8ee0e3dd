import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, classOf, isCredential, kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

/** Values that are several lines long by right. */
const HAS_LINES = /pem|private[-_]?key|certificate|cert|json|service[-_]?account|ssh/i;

export const valueWithLineEnd = defineFailure({
  id: 'value-with-line-end',
  class: 'auth',
  step: 'config',
  title: 'A line end stands in a credential',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Invalid character in header content|ERR_INVALID_CHAR/i, confidence: 'certain'},
    {match: /Invalid header value|Headers\.(append|set): .{0,200}is an invalid header value/i, confidence: 'likely'},
    {match: /(illegal|invalid) header value/i, confidence: 'likely'},
  ],
  remedies: ['Paste the token again without line ends or other invisible characters'],
  detect: ({entry}) =>
    entry.values.find(
      (shape) =>
        (shape.hasLineEnd || shape.hasControl) &&
        (kindOf(entry, shape.path) === 'header' ||
          (isCredential(entry, shape) && !HAS_LINES.test(`${shape.family ?? ''} ${String(shape.path.at(-1))}`))),
    ) ?? null,
  explain: (shape, {entry}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" holds a ${shape.hasLineEnd ? 'line end' : 'control character'}; ${kindOf(entry, shape.path) === 'header' ? 'a header may not hold one: some clients cut it off, others cannot send the request' : 'it becomes part of the token, which the other side then refuses'}.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
    class: kindOf(entry, shape.path) === 'env' ? 'auth' : classOf(entry, shape.path),
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'strip-control',
      title: `Take the ${shape.hasLineEnd ? 'line end' : 'control character'} out of ${nounOf(entry, shape.path)}`,
      edit: {kind: 'rewrite', how: {how: 'strip-control'}},
      why: 'A credential is one line',
    }),
  ],
});
