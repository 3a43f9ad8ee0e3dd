import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {waitText} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const brieflyUnavailable = defineFailure({
  id: 'briefly-unavailable',
  class: 'runtime',
  step: 'http',
  title: 'The server failed for a moment and then recovered',
  severity: 'warning',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match: /temporarily unavailable|warming up|is starting up|try again (?:later|shortly|in a (?:moment|few))/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Wait a moment and reconnect: the server was starting or busy, and comes back by itself'],
  detect: ({http}) => (http.retries?.recovered === true ? http.retries : null),
  explain: (retries, {http, all}) => {
    const statuses = retries.statuses.map((status) => (status === null ? 'no answer' : `HTTP ${status}`)).join(', ');
    const first = http.main.response?.status ?? null;
    return {
      cause: `The first request got ${first === null ? 'no answer' : `HTTP ${first}`}${quoted(messageOf(http.main.response))}; tried again, the server answered (${statuses}). The trouble is transient: the server was starting, restarting or busy, and a client that does not retry reports a failure.${retries.retryAfterMs === null ? '' : ` It asked to wait ${waitText(retries.retryAfterMs, all.machine.nowMs)}.`}`,
      severity: isWorking(all) ? 'warning' : 'error',
      evidence: [
        statusLine(http),
        ...headerLine(http.main.response, 'retry-after'),
        ...bodyLine(http.main.response),
        {label: 'tried again', text: statuses},
      ],
    };
  },
  fixes: (_, {http, all}) => [
    advice(
      'retry',
      `Wait ${http.retries?.retryAfterMs == null ? 'a few seconds' : waitText(http.retries.retryAfterMs, all.machine.nowMs)}, then reconnect the server in the client: it answers again`,
    ),
    advice('operator', 'If it happens often, tell the operator: the server sleeps or restarts between requests'),
  ],
});
