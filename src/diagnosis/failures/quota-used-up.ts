import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isQuotaStatus, PERIOD_WORDS, retryAfterMs, statusOf, waitText, wordsOf} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const quotaUsedUp = defineFailure({
  id: 'quota-used-up',
  class: 'quota',
  step: 'http',
  title: 'The quota of this period is used up',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /free (?:tier|plan|quota) (?:is |has been )?(?:exhausted|used up|exceeded|reached)|max(?:imum)? cost limit/i,
      confidence: 'likely',
    },

    {
      match:
        /(?:daily|weekly|monthly|plan|usage|request|api)[- _](?:quota|limit|allowance).{0,40}(?:exceeded|reached|exhausted|used up)|quota[_ ](?:exceeded|exhausted)|RESOURCE_EXHAUSTED|usage limit reached|You(?:'|’)ve (?:hit|reached) your (?:usage )?limit/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Wait for the new period, or raise the plan or quota at the provider'],
  detect: ({http, all}) =>
    isQuotaStatus(http) && !isWorking(all) && PERIOD_WORDS.test(wordsOf(http.main.response)) ? true : null,
  explain: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return {
      cause: `The server answers ${statusOf(http)}${quoted(messageOf(http.main.response))}: the quota of this period is used up${ms === null ? '' : `; it is reset in ${waitText(ms, all.machine.nowMs)}`}.`,
      evidence: [
        statusLine(http),
        ...headerLine(http.main.response, 'retry-after'),
        ...headerLine(http.main.response, 'x-ratelimit-reset'),
        ...bodyLine(http.main.response),
      ],
    };
  },
  fixes: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return [
      advice(
        'wait',
        ms === null
          ? "Wait until the quota is reset (the provider's usage page says when), then run the check again"
          : `Wait ${waitText(ms, all.machine.nowMs)}, then run the check again`,
      ),
      advice('raise', 'Raise the plan or the quota at the provider, or use a key of another account'),
    ];
  },
});
