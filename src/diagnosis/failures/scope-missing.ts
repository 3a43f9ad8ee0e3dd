import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {newTokenFix} from '../facts/auth-fixes.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const scopeMissing = defineFailure({
  id: 'scope-missing',
  class: 'auth',
  step: 'auth',
  title: 'The token lacks a scope',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /insufficient[_ ]scope|insufficient (?:permissions?|privileges)|missing (?:required )?(?:scopes?|permissions?)|requires? (?:the )?(?:following )?scopes?\b|token (?:has|does not have) .{0,30}scope|Connected but only \d+ tools?|not accessible by (?:personal access token|integration)|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Recreate the token with the needed scopes',
    'Sign in again in the client and grant the scopes it asks for',
  ],
  detect: ({auth}) => {
    const words = refusalWords(auth);
    const says =
      auth.challenge?.params['error'] === 'insufficient_scope' ||
      auth.bodyError === 'insufficient_scope' ||
      /insufficient[_ ](?:scope|permission)|missing (?:required )?scopes?|requires? (?:the )?(?:\w+ )?scopes?\b|not accessible by/i.test(
        words,
      );
    return auth.status !== null && says
      ? {
          wanted:
            auth.requiredScopes.length > 0
              ? auth.requiredScopes
              : (auth.challenge?.params['scope']?.split(/\s+/) ?? []),
        }
      : null;
  },
  explain: ({wanted}, {auth, all}) => {
    const has = credentialOf(all, auth)?.jwt?.scopes ?? null;
    const lacks = has === null ? wanted : wanted.filter((scope) => !has.includes(scope));
    return {
      cause: `The token is valid, but it lacks ${lacks.length === 0 ? 'a permission (scope)' : `the ${lacks.length === 1 ? 'scope' : 'scopes'} ${lacks.join(', ')}`} that the server asks for (HTTP ${auth.status}).${has === null || has.length === 0 ? '' : ` It has: ${has.join(', ')}.`}`,
      evidence: refusalLines(auth, seen(all, 'http')),
    };
  },
  fixes: ({wanted}, {auth, all}) => {
    const what =
      wanted.length === 0
        ? 'the scopes that the server asks for'
        : `the ${wanted.length === 1 ? 'scope' : 'scopes'} ${wanted.join(' ')}`;
    return [
      ...(auth.presentedIn === null ? [] : [newTokenFix(all, auth.presentedIn, `one with ${what}`)]),
      advice('sign-in-again', `Sign in again in the client and grant ${what}`),
    ];
  },
});
