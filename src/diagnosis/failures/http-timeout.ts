import {bodyLine, isOutOfTime, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const httpTimeout = defineFailure({
  id: 'http-timeout',
  class: 'runtime',
  step: 'http',
  title: 'The server takes the request and does not answer in time',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /\b(?:UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ESOCKETTIMEDOUT|ReadTimeout)\b|The operation was aborted due to timeout|Connection to MCP server timed out|MCP server connection timed out after/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Reconnect (toggle the server); server: send keep-alive, accept re-init; look into its log',
    'Raise the start time limit of the client, if the server is slow (MCP_TIMEOUT in Claude Code)',
  ],
  detect: ({http, all}) =>
    isOutOfTime(http) && (http.main.response?.stream ?? null) === null && !isWorking(all)
      ? http.main.timings.total
      : null,
  explain: (ms, {http}) => ({
    cause:
      http.main.response === null
        ? `${http.main.request.url} takes the connection and the request, but sends nothing back within ${Math.round(ms / 1000)} s. The server is stuck, overloaded, or still starting.`
        : `${http.main.request.url} begins its answer (HTTP ${http.main.response.status}) and never ends it: after ${http.main.response.body.bytes} bytes nothing more came for ${Math.round(ms / 1000)} s, and the connection stayed open. The server is stuck in the middle of the answer, or something on the way holds the rest back.`,
    confidence: 'likely',
    evidence: [
      statusLine(http),
      ...bodyLine(http.main.response),
      {label: 'waited', text: `${Math.round(ms / 1000)} s`},
    ],
  }),
  fixes: () => [
    advice('retry', 'Wait a minute and run the check again with a longer limit (--timeout 30000)'),
    advice('restart', 'Restart the server, or look into its log: it holds the request without answering'),
  ],
});
