import {HIDDEN_NAME} from '../../model/evidence.ts';
import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const tokenInPlaceOfName = defineFailure({
  id: 'token-in-place-of-name',
  class: 'auth',
  step: 'config',
  title: "A token stands where its variable's name belongs",
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Put the token into an environment variable, and write the NAME of that variable into the setting'],
  detect: ({entry}) => entry.variables.find(({name, isSet}) => name === HIDDEN_NAME && !isSet) ?? null,
  explain: (reference, {entry}) => ({
    cause: `${String(reference.path.at(-1))} of "${entry.name}" wants the name of an environment variable (such as NOTES_TOKEN), and what stands there looks like the token itself. ${entry.rules.clientName} looks for a variable of that name, finds none, and sends no token.`,
    evidence: [quoteAt(entry, reference.path)],
    location: placeAt(entry, reference.path),
    confidence: 'likely',
  }),
  fixes: (reference, {entry}) => [
    editAt(entry, reference.path, {
      id: 'name-variable',
      title: `Write the name of an environment variable into ${nounOf(entry, reference.path)}`,
      edit: {
        kind: 'ask',
        label: 'The name of the environment variable that holds the token',
        isSecret: false,
        shape: 'text',
      },
      why: 'This setting holds a name; the value stays outside of the file',
    }),
    advice(
      'export',
      `Put the token into that variable in the shell that starts ${entry.rules.clientName}: export NAME=…`,
    ),
  ],
});
