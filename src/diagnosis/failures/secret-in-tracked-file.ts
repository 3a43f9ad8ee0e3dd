import {advice, placeAt, quoteAt} from '../facts/config-entry.ts';
import {isCredential, kindOf, nounOf} from '../facts/config-values.ts';
import {ownSpelling} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

export const secretInTrackedFile = defineFailure({
  id: 'secret-in-tracked-file',
  class: 'config',
  step: 'config',
  title: 'A secret stands in a file under version control',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match:
        /(push (declined|rejected)|secret scanning|secrets? (detected|found)).{0,80}(mcp\.json|push protection|repository rule)/is,
      confidence: 'likely',
    },
  ],
  remedies: ['Make a new token and take it from an environment variable: the file is under version control'],
  detect: ({entry}) => {
    if (entry.isTracked !== true) return null;
    return (
      entry.values.find(
        (shape) =>
          shape.isSecret &&
          !shape.isEmpty &&
          shape.placeholder === null &&
          shape.references.length === 0 &&
          isCredential(entry, shape),
      ) ?? null
    );
  },
  explain: (shape, {entry}) => ({
    cause: `${entry.file} is under version control and holds the secret of ${nounOf(entry, shape.path)} of "${entry.name}" as it is, for everybody who can read the repository.`,
    evidence: [quoteAt(entry, shape.path)],
    location: placeAt(entry, shape.path),
  }),
  fixes: (shape, {entry}) => {
    const name =
      kindOf(entry, shape.path) === 'env'
        ? String(shape.path.at(-1))
        : `${entry.name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_TOKEN`;
    const spelling = ownSpelling(entry, name, kindOf(entry, shape.path));
    return [
      advice(
        'use-variable',
        spelling === null
          ? 'Put the token into an environment variable or a file that is not tracked, and make a new token: the old one stays in the history'
          : `Put the token into an environment variable, write ${spelling} here, and make a new token: the old one stays in the history`,
      ),
    ];
  },
});
