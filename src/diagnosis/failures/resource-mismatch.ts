import {seen} from '../../model/evidence.ts';
import {advice, urlFix} from '../facts/http-changes.ts';
import {brokenHop, foundText, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const resourceMismatch = defineFailure({
  id: 'resource-mismatch',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in document is made for another address',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match: /protected resource .{0,200} does not match|resource (?:mismatch|does not match expected)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Use exactly the address that the document names as "resource" in the URL',
    'Ask the operator to correct "resource" in the protected-resource metadata',
  ],
  detect: ({auth}) => brokenHop(auth, 'resource-metadata', ['resource-mismatch']),
  explain: (hop, {auth, all}) => ({
    cause: `The protected-resource metadata at ${hop.asked ?? 'the server'} is made for ${foundText(hop, 'resource') ?? 'another address'}, and the entry calls ${seen(all, 'http')?.main.request.url ?? 'a different one'}: ${hop.seen}. Clients refuse to sign in then, since the token would be for something else.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (hop, {all}) => [
    ...(/^https?:/.test(foundText(hop, 'resource') ?? '')
      ? [
          urlFix(
            all,
            seen(all, 'http')?.main.request.url ?? '',
            foundText(hop, 'resource') ?? '',
            'The sign-in document is made for this address.',
          ),
        ]
      : []),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
    tokenInstead(all),
  ],
});
