import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const gatewayTimeout = defineFailure({
  id: 'gateway-timeout',
  class: 'runtime',
  step: 'http',
  title: 'The gateway gave up waiting for the server',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /\b504\b|gateway time-?out|upstream request timeout|ERR_INCOMPLETE_CHUNKED_ENCODING|FUNCTION_INVOCATION_TIMEOUT|Task timed out after [\d.]+ seconds|Endpoint request timed out|\b524\b/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Raise the proxy timeout on the server side (and switch off proxy_buffering and gzip for event streams)',
    'Try again; use the direct URL of the server',
  ],
  detect: ({http, all}) => {
    const status = http.main.response?.status ?? 0;
    return (status === 504 || status === 524 || status === 408) && !isWorking(all) && http.retries?.recovered !== true
      ? http.main.response
      : null;
  },
  explain: (answer, {http}) => ({
    cause: `The gateway in front of the server answers HTTP ${answer?.status}${quoted(messageOf(answer))}: it waited ${Math.round(http.main.timings.total / 1000)} s, and the server behind it did not answer in time.`,
    evidence: [statusLine(http), ...headerLine(answer, 'server'), ...headerLine(answer, 'via'), ...bodyLine(answer)],
  }),
  fixes: () => [
    advice('retry', 'Wait a minute and run the check again: the server behind the gateway may be starting'),
    advice(
      'operator',
      'Ask the operator to raise the time limit of the gateway, and to switch buffering off for event streams',
    ),
  ],
});
