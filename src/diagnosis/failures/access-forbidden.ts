import {seen} from '../../model/evidence.ts';
import {refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {askTokenFix, newTokenFix} from '../facts/auth-fixes.ts';
import {quoted} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isExplainedRefusal} from '../facts/http-guard.ts';
import {defineFailure} from '../failure.ts';

export const accessForbidden = defineFailure({
  id: 'access-forbidden',
  class: 'auth',
  step: 'auth',
  title: 'The server knows who asks and says no',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /\b403\b.{0,20}forbidden|HTTP 403|denied access \(HTTP 403\)|\baccess (?:is )?denied\b(?!.{0,60}(?:for user|to the file|os error))/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Ask the operator or the admin for access, or use a token of an account that has it',
    'Add the credential header if the entry sends none',
  ],
  detect: ({auth, all}) => (auth.status === 403 && !isExplainedRefusal(all) ? {sent: auth.presentedIn} : null),
  explain: ({sent}, {auth, all}) => ({
    cause:
      sent === null
        ? `The server answers 403 Forbidden to a request without a credential${quoted(refusalWords(auth))}: it may want a token, or it refuses this network or this client.`
        : `The server accepts the credential in ${sent} and refuses the access all the same: 403 Forbidden${quoted(refusalWords(auth))}. This account may not use it.`,
    confidence: 'likely',
    evidence: refusalLines(auth, seen(all, 'http')),
  }),
  fixes: ({sent}, {all}) => [
    ...(sent === null ? [askTokenFix(all, null)] : []),
    advice(
      'ask-access',
      'Ask the operator of the server (or the administrator of your organisation) for access for this account',
    ),
    ...(sent === null ? [] : [newTokenFix(all, sent, 'one of an account that may use it')]),
  ],
});
