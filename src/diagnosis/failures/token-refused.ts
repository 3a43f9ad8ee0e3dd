import {seen} from '../../model/evidence.ts';
import {canSignIn, credentialOf, refusalLines, refusalWords, wasPresented} from '../facts/auth-credential.ts';
import {newTokenFix} from '../facts/auth-fixes.ts';
import {quoted} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const tokenRefused = defineFailure({
  id: 'token-refused',
  class: 'auth',
  step: 'auth',
  title: 'The server refuses the token',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /jwt malformed|JWT signature does not match|(?:invalid|bad) (?:jwt|token) signature|signature verification failed|JWSInvalidSignature/i,
      confidence: 'likely',
    },

    {match: /(?:integration|server) rejected (?:the|your) (?:credentials?|token)/i, confidence: 'likely'},
    {match: /Invalid authorization token for MCP server [^\n]{1,80}/i, confidence: 'certain'},
    {
      match:
        /\b401\b.{0,30}bad credentials|bad credentials|invalid[_ ](?:token|api[_ -]?key|credentials?|authentication)|incorrect api key|(?:token|key) (?:is )?(?:invalid|revoked|not recogni[sz]ed|unknown)|authentication failed\. check your api key|\b401\b.{0,20}unauthori[sz]ed|\bHTTP 401\b|401 with a correct token/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Replace the token by a new, valid one (check that it is approved for the organisation, SSO)',
    'Remove white space, quotes or a doubled "Bearer" around the token',
  ],
  detect: ({auth}) => (auth.status === 401 && wasPresented(auth) ? auth.presentedIn : null),
  explain: (name, {auth, all}) => {
    const value = credentialOf(all, auth);
    if (value?.jwt?.isIdToken === true)
      return {
        cause: `The server answers 401 to the token in ${name}${quoted(refusalWords(auth))}: it is an ID token (it has the claims nonce or at_hash). An ID token says who somebody is; a server wants an access token.`,
        confidence: 'likely',
        evidence: refusalLines(auth, seen(all, 'http')),
      };
    return {
      cause: `The server answers 401 to the credential in ${name}${quoted(refusalWords(auth))}: the token is wrong, revoked, or of another account or system. Its form looks right${value?.scheme == null ? '' : ` (${value.scheme} and ${value.length} characters in all)`}.`,
      confidence: 'likely',
      evidence: refusalLines(auth, seen(all, 'http')),
    };
  },
  fixes: (name, {auth, all}) => [
    newTokenFix(
      all,
      name ?? 'Authorization',
      credentialOf(all, auth)?.jwt?.isIdToken === true
        ? 'an access token (not the ID token)'
        : 'a new one from the service',
    ),
    ...(canSignIn(auth)
      ? [advice('remove-header', `Or remove the header ${name} and sign in in the client: the server offers a sign-in`)]
      : []),
    advice(
      'right-account',
      'Check at the service that the token exists, is of the right account, and is allowed for the organisation (SSO)',
    ),
  ],
});
