import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const authServerMetadataMissing = defineFailure({
  id: 'auth-server-metadata-missing',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service does not describe itself',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /(?:authori[sz]ation[- ]server|oauth|openid).{0,30}metadata.{0,60}(?:404|not found|missing|failed|could not)|oauth-authorization-server.{0,60}(?:404|not found)|(?:failed|unable) to (?:find|fetch|load|get)[^\n]{0,40}\.well-known\/(?:openid|oauth)|failed to (?:discover|load) (?:oauth|authorization server)/i,
      confidence: 'certain',
    },
    {match: /Invalid OAuth error response|Fatal error: ServerError: HTTP 404/i, confidence: 'likely'},
  ],
  remedies: [
    'Ask the operator to serve the authorization-server metadata (/.well-known/oauth-authorization-server)',
    'Fix the URL, or use a static token in headers.Authorization (often the OAuth attempt is triggered by a missing static header)',
  ],
  detect: ({auth}) => brokenHop(auth, 'authorization-server'),
  explain: (hop, {auth}) => ({
    cause: `The authorization-server metadata is ${hop.problem === 'not-found' ? 'not found' : 'unusable'}: ${hop.asked ?? 'its address'} ${hop.status === null ? '' : `answers HTTP ${hop.status}${hop.status === 404 ? ' Not Found' : ''}; `}${hop.seen}. Without it a client does not know where to sign in.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
