import {seen} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {brokenHop, foundText, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const clientRegistrationMissing = defineFailure({
  id: 'client-registration-missing',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service does not let clients register themselves',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /does not support dynamic client registration|dynamic client registration (?:is )?(?:not supported|rejected|failed|disabled)|no registration_endpoint|registration_endpoint (?:is )?missing/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Provide a pre-registered client id (claude mcp add --client-id …; mcp-remote --static-oauth-client-info), or a static Authorization: Bearer header',
  ],
  detect: ({auth}) => brokenHop(auth, 'registration'),
  explain: (hop, {auth}) => ({
    cause: `The authorization server ${
      foundText(
        auth.hops.find((one) => one.hop === 'authorization-server'),
        'issuer',
      ) ?? ''
    } offers no dynamic client registration (no registration_endpoint): ${hop.seen}. So a client needs a client id that was registered beforehand.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (_, {all}) => [
    tokenInstead(all),
    advice(
      'client-id',
      `Register a client at the sign-in service and give its client id to the client${seen(all, 'entry')?.client === 'claude-code' ? ' (claude mcp add --client-id …)' : ''}; with mcp-remote use --static-oauth-client-info`,
    ),
  ],
});
