import type {AuthEvidence} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {brokenHop, hopLines, tokenInstead} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const resourceMetadataMissing = defineFailure({
  id: 'resource-metadata-missing',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in document that the server names is not there',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /(?:protected[- ]resource|resource) metadata.{0,60}(?:404|not found|missing|failed)|oauth-protected-resource.{0,80}(?:404|not found|failed)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Ask the operator to serve the protected-resource metadata that WWW-Authenticate names',
    'Use an access token in headers.Authorization instead of the sign-in',
  ],
  detect: ({auth}) =>
    auth.challenge?.params['resource_metadata'] === undefined
      ? null
      : brokenHop(auth, 'resource-metadata', [
          'not-found',
          'unreachable',
          'server-error',
          'not-https',
          'private-address',
        ]),
  explain: (hop, {auth}) => ({
    cause: `The server asks for a sign-in and names its protected-resource metadata (resource_metadata) at ${hop.asked ?? auth.challenge?.params['resource_metadata']}${isRelative(auth) ? ` (written as "${auth.challenge?.params['resource_metadata'] ?? ''}": it has to be a full URL, clients pass a relative one by)` : ''}, but that document is not there: ${hop.status === null ? hop.seen : `HTTP ${hop.status}${hop.status === 404 ? ' Not Found' : ''}`}. So no client can find out where to sign in.`,
    evidence: hopLines(auth, hop),
  }),
  fixes: (hop, {all}) => [
    tokenInstead(all),
    advice(
      'operator',
      `Ask the operator of the server to serve the document at ${hop.asked ?? 'the address that WWW-Authenticate names'}, or to name the right address`,
    ),
  ],
});

const isRelative = (auth: AuthEvidence): boolean => {
  const named = auth.challenge?.params['resource_metadata'];
  return named !== undefined && !URL.canParse(named);
};
