import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isQuotaStatus, retryAfterMs, statusOf, waitText} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const rateLimited = defineFailure({
  id: 'rate-limited',
  class: 'quota',
  step: 'http',
  title: 'Too many requests in a short time',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {match: /too many active (?:\w+ )?sessions/i, confidence: 'likely'},

    {
      match:
        /\b429\b|too many requests|rate[- _]?limit(?:ed|_error| exceeded| reached)?\b|ThrottlingException|速率限制|请求频率|リクエスト(?:数|制限)|límite de solicitudes|request was throttled/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Wait Retry-After seconds, then try again; reduce parallelism',
    'If no key is sent, add the API-key header (or env): the anonymous limit is small; if the server has a limit of its own below your plan, use the maintained server',
  ],
  detect: ({http, all}) => (isQuotaStatus(http) && !isWorking(all) ? true : null),
  explain: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return {
      cause: `The server answers ${statusOf(http)}: too many requests in a short time${quoted(messageOf(http.main.response))}.${ms === null ? '' : ` It takes requests again in ${waitText(ms, all.machine.nowMs)}.`}`,
      evidence: [
        statusLine(http),
        ...headerLine(http.main.response, 'retry-after'),
        ...headerLine(http.main.response, 'x-ratelimit-remaining'),
        ...bodyLine(http.main.response),
      ],
    };
  },
  fixes: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return [
      advice('wait', `Wait ${ms === null ? 'a minute' : waitText(ms, all.machine.nowMs)}, then try again`),
      advice('fewer', 'Make fewer requests at the same time: several clients or sessions with the same key add up'),
    ];
  },
});
