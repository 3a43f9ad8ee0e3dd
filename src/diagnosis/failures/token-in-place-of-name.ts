import {HIDDEN_NAME} from '../../model/evidence.ts';
import {advice, editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

const TOKEN_KEY = 'bearer_token';
const NAME_KEY = 'bearer_token_env_var';

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
  detect: ({entry}) => {
    const named = entry.variables.find(({name, isSet}) => name === HIDDEN_NAME && !isSet);
    if (named !== undefined) return {path: named.path, isRefused: false};
    // Codex takes no token in its file, and stops at the key.
    const isRefused = entry.rules.knownFields.includes(NAME_KEY) && (rawAt(entry, [TOKEN_KEY]) ?? null) !== null;
    return isRefused ? {path: [TOKEN_KEY], isRefused} : null;
  },
  explain: (reference, {entry}) => ({
    cause: reference.isRefused
      ? `${entry.rules.clientName} takes no token in its file: "${TOKEN_KEY}" of "${entry.name}" is refused. It reads the token from the environment variable that "${NAME_KEY}" names.`
      : `${String(reference.path.at(-1))} of "${entry.name}" wants the name of an environment variable (such as NOTES_TOKEN), and what stands there looks like the token itself. ${entry.rules.clientName} looks for a variable of that name, finds none, and sends no token.`,
    evidence: [quoteAt(entry, reference.path)],
    location: placeAt(entry, reference.path),
    confidence: 'likely',
  }),
  fixes: (reference, {entry}) => [
    ...(reference.isRefused
      ? [advice('use-variable', `Write ${NAME_KEY} = "NAME" instead of ${TOKEN_KEY}`)]
      : [
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
        ]),
    advice(
      'export',
      `Put the token into that variable in the shell that starts ${entry.rules.clientName}: export NAME=…`,
    ),
  ],
});
