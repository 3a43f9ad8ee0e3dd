import {seen} from '../../model/evidence.ts';
import {canSignIn, refusalLines, wasPresented} from '../facts/auth-credential.ts';
import {askTokenFix, signInFix} from '../facts/auth-fixes.ts';
import {foundText, hopLines} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const needsSignIn = defineFailure({
  id: 'needs-sign-in',
  class: 'auth',
  step: 'auth',
  title: 'The server wants you to sign in',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {match: /must be authenticated to/i, confidence: 'likely'},

    {
      match:
        /needs authentication|requires authentication|authentication required|requires? (?:you to )?(?:sign|log)[ -]?in|please (?:re-?)?(?:authenticate|sign in|log ?in)\b|\b(?:log ?in|sign ?in) required|you (?:must|need to|have to) (?:be )?(?:log(?:ged)? ?in|sign(?:ed)? ?in)|server requires authorization \(HTTP 401\)|only authenticate \/ complete_authentication remain|Unauthorized: no token|Auth(?:entication|orization)? required, when send|MCP server is not logged in|not logged in\. Run|UnauthorizedError|(?:Google|Microsoft|Slack|Atlassian|GitHub) Authentication (?:Needed|Required)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Sign in to the server in the client (Claude Code: re-authenticate in /mcp)',
    'Or add the credential header (headers.Authorization)',
  ],
  detect: ({auth}) =>
    auth.status === 401 && !wasPresented(auth) && canSignIn(auth)
      ? (auth.hops.find((hop) => hop.hop === 'authorization-server') ?? null)
      : null,
  explain: (hop, {auth, all}) => ({
    cause: `The server wants you to sign in${foundText(hop, 'issuer') === null ? '' : ` at ${foundText(hop, 'issuer')}`}; the request carried no credential (HTTP 401). Every step of its sign-in that can be looked at without signing in is in order.`,
    evidence: [...refusalLines(auth, seen(all, 'http')), ...hopLines(auth, hop)],
  }),
  fixes: (_, {all}) => [signInFix(all), askTokenFix(all, null)],
});
