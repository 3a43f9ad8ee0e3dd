import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const authServerUnreachable = defineFailure({
  id: 'auth-server-unreachable',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service cannot be reached',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /(?:authori[sz]ation|auth|oauth) server.{0,40}(?:unreachable|could not be reached|not reachable|timed out)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Check the network, VPN and proxy for the host of the sign-in service, then try again'],
  detect: ({auth}) =>
    brokenHop(auth, 'authorization-server', ['unreachable', 'timeout', 'server-error', 'private-address']),
  explain: (hop, {auth}) => ({
    cause: `The sign-in service ${hop.asked ?? ''} cannot be reached from this machine: ${hop.seen}. The MCP server itself answers.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (hop, {all}) => [
    advice(
      'network',
      `Check the network, the VPN and the proxy for ${hop.asked ?? 'the sign-in service'}, then run the check again`,
    ),
    tokenInstead(all),
  ],
});
