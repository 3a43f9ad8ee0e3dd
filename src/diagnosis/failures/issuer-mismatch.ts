import {advice} from '../facts/http-changes.ts';
import {brokenHop, foundText, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const issuerMismatch = defineFailure({
  id: 'issuer-mismatch',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service and the server name different issuers',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /issuer mismatch|IssuerMismatchError|metadata issuer .{0,200} does not match|issuer .{0,120} does not match|expected issuer/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Vendor fix: issuer in the metadata must equal the address in authorization_servers; client side: an older client or mcp-remote version, or a static token',
  ],
  detect: ({auth}) => brokenHop(auth, 'authorization-server', ['issuer-mismatch']),
  explain: (hop, {auth}) => ({
    cause: `The authorization-server metadata at ${hop.asked ?? 'the sign-in service'} gives the issuer "${foundText(hop, 'issuer') ?? '?'}", which is not the address under which the server names it: ${hop.seen}. Clients refuse such a document, since it may be forged.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice('operator', 'Tell the operator of the server what the evidence shows: only they can correct the document'),
  ],
});
