import {bodyLine, headerLine, isWorking, messageOf, quoted, requestIdOf, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {retryAfterMs, waitText} from '../facts/quota-answer.ts';
import {defineFailure} from '../failure.ts';

export const gatewayError = defineFailure({
  id: 'gateway-error',
  class: 'runtime',
  step: 'http',
  title: 'The gateway cannot reach the server behind it',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /\b502\b|bad gateway|upstream connect error|no healthy upstream|\b503\b.{0,30}(?:service )?unavailable|HTTP 503|503 MCP service unavailable|server answered the probe with HTTP 5xx|\b52[0-3]\b.{0,30}(?:web server|origin)|application failed to respond/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Wait and retry: the backend is down, deploying or sleeping (cold start)',
    'Tell the operator of the server, with the time and the request id',
    'If it comes after a fixed time in long calls, raise the proxy timeout on the server side',
  ],
  detect: ({http, all}) => {
    const status = http.main.response?.status ?? 0;
    return [502, 503, 520, 521, 522, 523, 525, 526, 530].includes(status) &&
      !isWorking(all) &&
      http.retries?.recovered !== true
      ? http.main.response
      : null;
  },
  explain: (answer, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    const isOwn = answer?.body.kind === 'json' || answer?.body.kind === 'json-rpc';
    const id = requestIdOf(answer);
    return {
      cause: `${isOwn ? 'The server itself' : 'The gateway in front of the server'} answers HTTP ${answer?.status}${quoted(messageOf(answer))}: ${isOwn ? 'it cannot serve requests now' : 'the server behind it is down, deploying or still starting'}.${http.retries === null ? '' : ` Tried ${http.retries.statuses.length} more ${http.retries.statuses.length === 1 ? 'time' : 'times'}, with the same result.`}${ms === null ? '' : ` It asks to wait ${waitText(ms, all.machine.nowMs)}.`}`,
      evidence: [
        statusLine(http),
        ...headerLine(answer, 'retry-after'),
        ...headerLine(answer, 'server'),
        ...bodyLine(answer),
        ...(id === null ? [] : [{label: 'request id', text: `${id.name}: ${id.value}`}]),
      ],
    };
  },
  fixes: (_, {http, all}) => {
    const ms = retryAfterMs(http, all.machine.nowMs);
    return [
      advice('retry', `Wait ${ms === null ? 'a minute' : waitText(ms, all.machine.nowMs)}, then run the check again`),
      advice('operator', 'If it stays so, tell the operator of the server, with the time and the request id'),
    ];
  },
});
