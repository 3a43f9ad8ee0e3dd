import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const resourceMetadataInvalid = defineFailure({
  id: 'resource-metadata-invalid',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in document is unusable',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /no authorization[_ ]servers|authorization_servers (?:is )?(?:missing|empty)|invalid (?:protected )?resource metadata/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Ask the operator to name an authorization server in the protected-resource metadata',
    'Use an access token in headers.Authorization instead of the sign-in',
  ],
  detect: ({auth}) =>
    brokenHop(auth, 'resource-metadata', ['no-authorization-servers', 'not-json', 'resource-missing', 'invalid']),
  explain: (hop, {auth}) => ({
    cause: `The protected-resource metadata at ${hop.asked ?? 'the server'} cannot be used: ${hop.seen}. It has to be JSON and name the authorization server to sign in at.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
