import {seen} from '../../model/evidence.ts';
import {credentialOf, isoDate, refusalLines} from '../facts/auth-credential.ts';
import {newTokenFix} from '../facts/auth-fixes.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const tokenNotYetValid = defineFailure({
  id: 'token-not-yet-valid',
  class: 'auth',
  step: 'auth',
  title: 'The token is not valid yet',
  severity: 'error',
  waitingHelps: true,
  needs: ['auth', 'entry'],
  signatures: [
    {
      match:
        /token (?:is )?(?:not yet valid|used before issued)|jwt not active|NotBeforeError|ImmatureSignatureError|token (?:is )?not (?:yet )?active|\(nbf\)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Compare the clock of this machine and of the server; wait until the token becomes valid'],
  detect: ({auth, all}) => {
    const jwt = credentialOf(all, auth)?.jwt ?? null;
    const from = jwt?.notBefore ?? null;
    return auth.status === 401 && from !== null && from * 1000 > all.machine.nowMs ? from : null;
  },
  explain: (from, {auth, all}) => ({
    cause: `The token in ${auth.presentedIn ?? 'Authorization'} is valid only from ${isoDate(from)} (its claim "nbf"); this machine says ${isoDate(Math.floor(all.machine.nowMs / 1000))}.`,
    evidence: [
      {label: 'claim nbf', text: `${from} = ${isoDate(from)}`, deciding: isoDate(from)},
      ...refusalLines(auth, seen(all, 'http')),
    ],
  }),
  fixes: (from, {auth, all}) => [
    advice('wait', `Wait until ${isoDate(from)}, or correct the clock of this machine if it is behind`),
    newTokenFix(all, auth.presentedIn ?? 'Authorization', 'one that is valid now'),
  ],
});
