import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const pkceMissing = defineFailure({
  id: 'pkce-missing',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service does not say that it supports PKCE',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /does not support code challenge method S256|code_challenge_methods_supported|PKCE (?:is )?(?:not supported|required|not advertised)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Server or proxy must add code_challenge_methods_supported: ["S256"]; client side: a static token if offered',
  ],
  detect: ({auth}) => brokenHop(auth, 'pkce'),
  explain: (hop, {auth}) => ({
    cause: `The metadata of the authorization server does not list S256 in code_challenge_methods_supported: ${hop.seen}. Clients must refuse to sign in without PKCE S256, a guard against stolen codes.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
