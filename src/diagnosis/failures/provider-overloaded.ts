import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {OVERLOAD_WORDS, retryAfterMs, statusOf, waitText, wordsOf} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const providerOverloaded = defineFailure({
  id: 'provider-overloaded',
  class: 'quota',
  step: 'http',
  title: 'The provider is overloaded',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /\boverloaded_error\b|\b529\b|\bOverloaded\b|server is overloaded|model is (?:currently )?overloaded|at capacity/i,
      confidence: 'certain',
    },
  ],
  remedies: ["Wait a minute and try again, with growing pauses; look at the provider's status page"],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const status = statusOf(http);
    return status === 529 || ((status === 429 || status === 503) && OVERLOAD_WORDS.test(wordsOf(http.main.response)))
      ? true
      : null;
  },
  explain: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return {
      cause: `The server answers ${statusOf(http)}${quoted(messageOf(http.main.response))}: it has more requests than it can serve just now. Your key and your configuration are fine${ms === null ? '' : `; it asks to wait ${waitText(ms, all.machine.nowMs)}`}.`,
      evidence: [statusLine(http), ...headerLine(http.main.response, 'retry-after'), ...bodyLine(http.main.response)],
    };
  },
  fixes: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return [
      advice(
        'wait',
        `Wait ${ms === null ? 'a minute' : waitText(ms, all.machine.nowMs)}, then try again; the status page of the provider tells of outages`,
      ),
    ];
  },
});
