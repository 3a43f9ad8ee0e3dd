import {seen} from '../../model/evidence.ts';
import {canSignIn, refusalLines, refusalWords, wasPresented} from '../facts/auth-credential.ts';
import {askTokenFix} from '../facts/auth-fixes.ts';
import {quoted} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const credentialMissing = defineFailure({
  id: 'credential-missing',
  class: 'auth',
  step: 'auth',
  title: 'The server wants a key, and the entry sends none',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match: /missing required (?:field|property|parameter|option) ["'`]?\w*(?:api_?key|token|secret)\b/i,
      confidence: 'likely',
    },

    {
      match: /(?:provide|supply|pass) (?:a |an |your )(?:valid |own )?(?:access |api |API )?(?:token|key)\b/,
      confidence: 'likely',
    },

    {
      match:
        /(?:missing|no|without) (?:an? |the |valid )*(?:api[ _-]?key|access token|auth(?:entication|orization)? (?:token|header|credentials?)|credentials?|bearer token)\b|(?:api[ _-]?key|token|authorization header) (?:is )?(?:required|missing|not provided|not found)|no credentials? (?:provided|found)|missing_credentials/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Add the credential header: put an access token into headers.Authorization ("Bearer <token>") or the header the server names',
  ],
  detect: ({auth}) =>
    auth.status === 401 && !wasPresented(auth) && !canSignIn(auth) ? {wanted: auth.wantedHeader} : null,
  explain: ({wanted}, {auth, all}) => ({
    cause: `The server answers 401: it wants a key or a token${wanted === null ? '' : ` in the header ${wanted}`}, and the entry sends none${quoted(refusalWords(auth))}. It offers no sign-in of its own.`,
    evidence: [
      ...refusalLines(auth, seen(all, 'http')),
      {label: 'headers of the entry', text: seen(all, 'entry')?.headerNames.join(', ') || 'none'},
    ],
  }),
  fixes: ({wanted}, {all}) => [
    askTokenFix(all, wanted),
    advice('make-key', 'If you have none yet: make a key on the settings page of the service'),
  ],
});
