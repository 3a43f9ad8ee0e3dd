import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, classOf, isCredential, nounOf} from '../facts/config-values.ts';
import {isCredentialRefused} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

export const headerQuoted = defineFailure({
  id: 'header-quoted',
  class: 'auth',
  step: 'config',
  title: 'Quotation marks stand around the credential',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /(Bearer|Authorization:?) ["'“][\w.-]{8,}/i, confidence: 'certain'}],
  remedies: ['Remove the quotation marks inside the header: they become part of the token'],
  detect: ({entry}) => entry.values.find((shape) => shape.quotedBy !== null && isCredential(entry, shape)) ?? null,
  explain: (shape, {entry, all}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" holds quotation marks (${shape.quotedBy}) around the token; they are sent along and the server takes them for part of it.`,
    evidence: [quoteAt(entry, shape.path, shape.quotedBy ?? undefined)],
    location: placeAt(entry, shape.path),
    class: classOf(entry, shape.path) === 'auth' ? 'auth' : 'config',
    severity: classOf(entry, shape.path) === 'auth' || isCredentialRefused(all) ? 'error' : 'warning',
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'unquote',
      title: `Remove the quotation marks from ${nounOf(entry, shape.path)}`,
      edit: {kind: 'rewrite', how: {how: 'unquote'}},
      why: 'The marks become part of the token',
    }),
  ],
});
