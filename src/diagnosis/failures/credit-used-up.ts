import {bodyLine, errorCodeOf, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {CREDIT_WORDS, isQuotaStatus, statusOf, wordsOf} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const creditUsedUp = defineFailure({
  id: 'credit-used-up',
  class: 'quota',
  step: 'http',
  title: 'The account behind the server has no credit left',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /unpaid invoice|account (?:is |has been )?suspended/i, confidence: 'likely'},

    {
      match:
        /insufficient[_ ]quota|credit[_ ]balance[_ ](?:is[_ ]too[_ ]low|exhausted)|credit balance is too low|insufficient (?:credits?|funds)\b(?!.{0,120}(?:lower value|request limit))|exceeded your current quota|billing_hard_limit|key limit exceeded|\b402\b.{0,20}payment required|payment[_ ]required|out of credits?|no credits? (?:left|remaining)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    "Top up the account (or raise the key's limit) at the provider; waiting does not help",
    'Switch to the API key of an account with credit',
  ],
  detect: ({http, all}) => {
    if (!isQuotaStatus(http) || isWorking(all)) return null;
    const words = wordsOf(http.main.response);
    return statusOf(http) === 402 || CREDIT_WORDS.test(words) ? {code: errorCodeOf(http.main.response)} : null;
  },
  explain: ({code}, {http}) => ({
    cause: `The server answers ${statusOf(http)}${code === null ? '' : ` (${code})`}: the account behind this key has no credit left${quoted(messageOf(http.main.response))}. Waiting does not bring it back.`,
    evidence: [statusLine(http), ...bodyLine(http.main.response, code ?? messageOf(http.main.response))],
  }),
  fixes: (_, {http}) => [
    advice(
      'top-up',
      `Top up the account or raise its limit at the provider's billing page${pageIn(messageOf(http.main.response))}`,
    ),
    advice('other-key', 'Use the API key of an account that has credit'),
  ],
});

/** The address that the answer itself names, where it names one. */
const pageIn = (words: string | null): string => {
  const url = /https?:\/\/[^\s"'<>)\]]+/.exec(words ?? '')?.[0];
  return url === undefined ? '' : ` (${url.replace(/[.,;]+$/, '')})`;
};
