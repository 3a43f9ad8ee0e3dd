import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const authServerNotHttps = defineFailure({
  id: 'auth-server-not-https',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service is not offered over https',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /(?:issuer|authorization server|token endpoint|endpoint) (?:must|should) (?:use|be) https|insecure (?:authorization|token) (?:server|endpoint)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Ask the operator to offer the authorization server over https'],
  detect: ({auth}) => brokenHop(auth, 'authorization-server', ['not-https']),
  explain: (hop, {auth}) => ({
    cause: `The server sends clients to a sign-in service without encryption (${hop.asked ?? 'http'}): ${hop.seen}. Clients refuse to send credentials over plain http.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
