import {seen} from '../../model/evidence.ts';
import {isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine, isLoopback} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const connectionReset = defineFailure({
  id: 'connection-reset',
  class: 'runtime',
  step: 'http',
  title: 'The connection is closed without an answer',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /\bECONNRESET\b|socket hang up|empty reply from server|\bEPIPE\b|RemoteDisconnected|RemoteProtocolError|UND_ERR_SOCKET|ERR_EMPTY_RESPONSE|connection reset by peer/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Server in a container: set HOST=0.0.0.0 in the container env so that the published port reaches it',
    'Restart the server and look into its log',
    'Behind a company proxy: mcp-remote --enable-proxy, or NODE_USE_ENV_PROXY=1 for Node 22.21/24 and newer (env block for clients that support it)',
  ],
  detect: ({http, all}) => {
    if (http.main.response !== null || isWorking(all)) return null;
    return (
      http.main.error.find(
        (link) =>
          RESETS.includes(link.code ?? '') || /socket hang up|other side closed|empty reply/i.test(link.message),
      ) ?? null
    );
  },
  explain: (link, {http, all}) => {
    const network = seen(all, 'network');
    const isLocal = network !== undefined && isLoopback(network);
    return {
      cause: `${http.main.request.url} takes the connection and closes it without an answer (${link.code ?? link.message}). ${isLocal ? 'A container whose server listens on its own 127.0.0.1 does that on a published port; so does a server that crashes on the request.' : 'The server crashes on the request, or a firewall or proxy cuts the connection.'}`,
      confidence: 'likely',
      evidence: [statusLine(http), ...http.main.error.slice(0, 3).map((one) => errorLine('error', one))],
    };
  },
  fixes: () => [
    advice(
      'listen-all',
      'If the server runs in a container, make it listen on 0.0.0.0 inside (HOST=0.0.0.0 or --host 0.0.0.0)',
    ),
    advice('log', 'Look into the log of the server at that time, and restart it'),
  ],
});

const RESETS = [
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'HPE_INVALID_CONSTANT',
  'ERR_STREAM_PREMATURE_CLOSE',
];
