import {defineReported} from '../facts/reported-text.ts';

export const streamCut = defineReported({
  id: 'stream-cut',
  class: 'runtime',
  step: 'http',
  title: 'The event stream is cut while it is open',
  waitingHelps: true,
  signatures: [
    {
      match:
        /Body Timeout Error|(?:async|event|response) stream[^\n]{0,60}terminated|UND_ERR_BODY_TIMEOUT|SSE stream disconnected: (?:(?:TypeError: )?terminated|AbortError)|incomplete chunked read|upstream prematurely closed connection|(?:SSE|event) ?stream[^\n]{0,60}(?:idle[- ]timeout|timed out|terminated|was reset|closed (?:by|unexpectedly))|stream (?:error|was reset)[^\n]{0,40}(?:INTERNAL_ERROR|CANCEL|NO_ERROR|GOAWAY)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Let the server send a comment line (": ping") every 15 to 30 seconds on an open stream',
    'Raise the idle limit of the proxy or gateway in front of the server (proxy_read_timeout in nginx, idle timeout of the load balancer, maxDuration of a function)',
    'Reconnect the server in the client: the stream is opened again',
  ],
  cause: () =>
    'A stream of events stayed quiet for a while, and somebody on the way (a proxy, a load balancer, a serverless limit, the HTTP library of the client) closed it. The server itself need not be broken.',
});
