import type {HttpEvidence} from '../../model/evidence.ts';
import {askTokenFix} from '../facts/auth-fixes.ts';
import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {
  CREDIT_WORDS,
  isAnonymous,
  isQuotaStatus,
  retryAfterMs,
  statusOf,
  waitText,
  wordsOf,
} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const anonymousQuota = defineFailure({
  id: 'anonymous-quota',
  class: 'quota',
  step: 'http',
  title: 'The limit for callers without a key is used up',
  severity: 'error',
  waitingHelps: true,
  needs: ['http', 'entry'],
  signatures: [
    {
      match:
        /create (?:a|an|your) (?:free )?API key|(?:free|anonymous|unauthenticated) (?:quota|limit|tier|requests?).{0,60}(?:exceeded|reached|used)|monthly quota exceeded|rate limited or quota exceeded|add (?:an|your) api key (?:for|to get) (?:more|higher)|rate limited on the very first request/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Add the API-key header (or env): configure a personal API key, so that your own limit counts'],
  detect: ({http, all}) =>
    isQuotaStatus(http) && !isWorking(all) && isAnonymous(all) && !CREDIT_WORDS.test(wordsOf(http.main.response))
      ? true
      : null,
  explain: (_, {http, entry, all}) => ({
    cause: `The server answers ${statusOf(http)}${quoted(messageOf(http.main.response))}, and the entry "${entry.name}" sends no key. So the small limit for anonymous callers counts, which everybody behind the same network address shares.${whenAgain(http, all.machine.nowMs)}`,
    confidence: 'likely',
    evidence: [
      statusLine(http),
      ...bodyLine(http.main.response),
      {label: 'headers of the entry', text: entry.headerNames.length === 0 ? 'none' : entry.headerNames.join(', ')},
    ],
  }),
  fixes: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return [
      askTokenFix(all, null),
      advice(
        'wait',
        ms === null
          ? 'Wait until the limit is reset, then run the check again'
          : `Wait ${waitText(ms, all.machine.nowMs)}, then run the check again`,
      ),
    ];
  },
});

const whenAgain = (http: HttpEvidence, nowMs: number): string => {
  const ms = retryAfterMs(http, nowMs);
  return ms === null ? '' : ` It takes requests again in ${waitText(ms, nowMs)}.`;
};
