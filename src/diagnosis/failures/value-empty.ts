import type {EntryEvidence} from '../../model/evidence.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, classOf, isCredential, kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const valueEmpty = defineFailure({
  id: 'value-empty',
  class: 'auth',
  step: 'config',
  title: 'A credential is empty',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Authorization header is badly formatted/i, confidence: 'certain'},
    {
      match:
        /(api[_ -]?key|token|credential)s? (is|are|must not be|cannot be|was) empty|empty (api[_ -]?key|token|bearer)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Put the real token into the header: "Authorization": "Bearer …" is empty, unexpanded or has no scheme',
    'Put the value into the empty variable',
  ],
  detect: ({entry}) => entry.values.find((shape) => isEmptyCredential(entry, shape)) ?? null,
  explain: (shape, {entry}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" is empty${shape.scheme === null ? '' : ` behind "${shape.scheme}"`}, so no credential reaches the server.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
    class: classOf(entry, shape.path),
    severity: kindOf(entry, shape.path) === 'header' ? 'error' : 'warning',
  }),
  fixes: (shape, {entry}) => [
    editAt(entry, shape.path, {
      id: 'fill-in',
      title: `Put the token into ${nounOf(entry, shape.path)}`,
      edit: {
        kind: 'ask',
        label: `The token for ${nounOf(entry, shape.path)}`,
        isSecret: true,
        shape: 'token',
        ...(shape.scheme === null ? {} : {template: `${shape.scheme} {value}`}),
      },
      why: 'No credential reaches the server',
    }),
  ],
});

/** Empty, or nothing but a scheme; a variable that has to be filled first is another failure. */
const isEmptyCredential = (entry: EntryEvidence, shape: ValueShape): boolean => {
  const holdsNothing =
    shape.isEmpty || shape.text.trim() === '' || (shape.scheme !== null && shape.text.trim() === shape.scheme);
  return (
    holdsNothing &&
    shape.references.length === 0 &&
    (kindOf(entry, shape.path) === 'header' || isCredential(entry, shape))
  );
};
