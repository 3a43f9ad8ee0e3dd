import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const sseEndpointRefused = defineFailure({
  id: 'sse-endpoint-refused',
  class: 'runtime',
  step: 'http',
  title: 'The address that the event stream names takes no messages',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /Error POSTing to endpoint[^\n]{0,40}\(HTTP 40[45]\)[^\n]{0,200}\/messages?\b/i, confidence: 'likely'},
  ],
  remedies: [
    'Let the server name its message address with the path prefix (root path, base URL) under which it is reached',
    'Use the Streamable HTTP address of the server instead, where it has one',
  ],
  detect: ({http, all}) => {
    if (isWorking(all) || http.main.response?.stream == null) return null;
    return (
      http.exchanges.find(
        ({request, response}) =>
          request.method === 'POST' &&
          request.url !== http.main.request.url &&
          (response?.status === 404 || response?.status === 405),
      ) ?? null
    );
  },
  explain: (exchange, {http}) => ({
    cause: `The event stream at ${http.main.request.url} tells the client to send its messages to ${exchange.request.url}, and that address answers HTTP ${exchange.response?.status ?? 0}${quoted(messageOf(exchange.response))}. A server behind a path prefix names its own path without the prefix like this.`,
    evidence: [
      statusLine(http),
      {
        label: 'message address',
        text: `${exchange.request.method} ${exchange.request.url} → HTTP ${exchange.response?.status ?? 0}`,
        deciding: exchange.request.url,
      },
      ...bodyLine(exchange.response),
    ],
  }),
  fixes: (exchange) => [
    advice(
      'root-path',
      `Tell the server the path prefix under which it is reached (root path, base URL), so that its stream names an address that exists instead of ${exchange.request.url}`,
    ),
    advice(
      'streamable',
      'Or use the Streamable HTTP address of the server, where it has one: it needs no second address',
    ),
  ],
});
