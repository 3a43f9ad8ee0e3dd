import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {classOf, nounOf} from '../facts/config-values.ts';
import {isEnvironmentReference, openReferences} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

export const variableMisspelt = defineFailure({
  id: 'variable-misspelt',
  class: 'config',
  step: 'config',
  title: 'The name of a variable is misspelt',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /did you mean \$?\{?[A-Z][A-Z0-9_]+\}?/, confidence: 'likely'}],
  remedies: ['Write the name of the variable that is set instead of the misspelt one'],
  detect: ({entry}) => {
    for (const reference of openReferences(entry)) {
      // What the entry sets for the server is not there yet when the client looks the variable up.
      const better = reference.near.find((name) => !entry.envNames.includes(name));
      const isOpen =
        reference.isExpanded && !reference.isSet && !reference.hasDefault && isEnvironmentReference(reference);
      if (isOpen && better !== undefined) return {reference, better};
    }
    return null;
  },
  explain: ({reference, better}, {entry}) => ({
    cause: `${reference.name} in ${nounOf(entry, reference.path)} of "${entry.name}" is not set; ${better} is, and differs by a letter or two.`,
    evidence: [quoteAt(entry, reference.path, reference.written), {label: 'A variable that is set', text: better}],
    location: placeAt(entry, reference.path),
    confidence: 'likely',
    class: classOf(entry, reference.path),
  }),
  fixes: ({reference, better}, {entry}) => [
    editAt(entry, reference.path, {
      id: 'use-near-name',
      title: `Write ${better} instead of ${reference.name}`,
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: reference.name, to: better}},
      why: `${better} is set, ${reference.name} is not`,
    }),
    advice('set-variable', `Set ${reference.name} (export ${reference.name}=…) if that is the name you mean`),
  ],
});
