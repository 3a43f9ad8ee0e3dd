import {seen} from '../../model/evidence.ts';
import {credentialOf, isoDate, refusalLines, refusalWords, wasPresented} from '../facts/auth-credential.ts';
import {newTokenFix, signInFix} from '../facts/auth-fixes.ts';
import {quoted} from '../facts/http-answer.ts';
import {defineFailure} from '../failure.ts';

export const tokenExpired = defineFailure({
  id: 'token-expired',
  class: 'auth',
  step: 'auth',
  title: 'The token has expired',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /(?:token|jwt|session|credentials?|signature|access token|authentication tokens?)\b.{0,30}(?:has |have |is |are )?(?:expired|no longer valid)|TokenExpiredError|ExpiredSignatureError|jwt expired|token_expired|expired[_ ]token/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Replace the token by a new one', 'Sign in again in the client'],
  detect: ({auth, all}) => {
    if (auth.status !== 401 && auth.status !== 403) return null;
    const expiresAt = credentialOf(all, auth)?.jwt?.expiresAt ?? null;
    if (expiresAt !== null && expiresAt * 1000 < all.machine.nowMs) return {expiresAt};
    return wasPresented(auth) && /\bexpired\b/i.test(refusalWords(auth)) ? {expiresAt: null} : null;
  },
  explain: ({expiresAt}, {auth, all}) => ({
    cause:
      expiresAt === null
        ? `The token in ${auth.presentedIn} has expired, says the server${quoted(refusalWords(auth))}.`
        : `The token in ${auth.presentedIn ?? 'Authorization'} expired on ${isoDate(expiresAt)} (its own claim "exp"); now it is ${isoDate(Math.floor(all.machine.nowMs / 1000))}.`,
    evidence: [
      ...(expiresAt === null
        ? []
        : [{label: 'claim exp', text: `${expiresAt} = ${isoDate(expiresAt)}`, deciding: isoDate(expiresAt)}]),
      ...refusalLines(auth, seen(all, 'http')),
    ],
  }),
  fixes: (_, {auth, all}) => [
    newTokenFix(all, auth.presentedIn ?? 'Authorization', 'a new one (it has expired)'),
    signInFix(all),
  ],
});
