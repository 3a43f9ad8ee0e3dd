import {seen} from '../../model/evidence.ts';
import {refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {quoted} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const planForbids = defineFailure({
  id: 'plan-forbids',
  class: 'quota',
  step: 'auth',
  title: 'The plan of this account does not include MCP',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /not licensed to use \w|subscription (?:is )?required|upgrade your (?:plan|account|subscription)|not (?:included|available) (?:in|on|with) your (?:current )?(?:plan|tier|subscription)|requires? an? (?:paid|pro|premium|enterprise|business|team) (?:plan|account|subscription)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Upgrade the plan of the account, or use the key of an account whose plan includes it'],
  detect: ({auth}) => (auth.status === 403 && PLAN.test(refusalWords(auth)) ? true : null),
  explain: (_, {auth, all}) => ({
    cause: `The credential is right, but the plan of this account does not include the access (HTTP 403${quoted(refusalWords(auth))}).`,
    evidence: refusalLines(auth, seen(all, 'http')),
  }),
  fixes: () => [
    advice('upgrade', 'Upgrade the plan of the account at the provider'),
    advice('other-key', 'Use the key of an account whose plan includes MCP access'),
  ],
});

const PLAN =
  /not licensed to use|upgrade (?:your|to)|upgrade_required|(?:available|included) (?:only )?(?:on|in|with) (?:the )?\w+ plan|(?:your|current|free|this) (?:plan|tier|subscription)|requires? an? (?:paid|pro|premium|enterprise|business|team)\b|subscription (?:required|expired|inactive)/i;
