import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const signInChainBroken = defineFailure({
  id: 'sign-in-chain-broken',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in of the server cannot be completed',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /AADSTS9010010|resource parameter provided in the request doesn't match with the requested scopes|\binvalid_(?:target|scope)\b|AADSTS(?:500011|70011|28000)\b/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Fix the resource and scopes in the protected-resource metadata (server), or use a static token'],
  detect: ({auth}) => brokenHop(auth, 'scopes'),
  explain: (hop, {auth}) => ({
    cause: `The sign-in cannot be completed: ${hop.seen}. Resource and scopes in the documents of the server do not fit together.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
