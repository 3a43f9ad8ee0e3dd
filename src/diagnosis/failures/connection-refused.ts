import {seen} from '../../model/evidence.ts';
import {advice, editFix, urlKey} from '../facts/http-changes.ts';
import {closedWith, errorLine, isLoopback, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const connectionRefused = defineFailure({
  id: 'connection-refused',
  class: 'runtime',
  step: 'network',
  title: 'Nothing listens at the address of the server',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /\bECONNREFUSED\b|\bConnectionRefused\b|error sending request for url \(https?:\/\/(?:localhost|127\.0\.0\.1)|connection refused|actively refused|ERR_CONNECTION_REFUSED|ConnectError: All connection attempts failed|Couldn't connect to server/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Start the program that serves this address (for a desktop app: start it and enable its MCP server, e.g. Figma and its MCP toggle), then reconnect',
    'Correct the port in the URL',
    'In WSL: a server on Windows is not at localhost; use the gateway IP or hostname.local in url, or mirrored networking',
  ],
  detect: ({network}) => closedWith(network, ['ECONNREFUSED']),
  explain: (error, {network}) => ({
    cause: isLoopback(network)
      ? `No program on this machine listens on ${target(network)} (ECONNREFUSED): ${APPS[network.port] ?? 'the server is not started'}, or it listens on another port.`
      : `${target(network)} refuses the connection (ECONNREFUSED): the host is up, but no program listens on port ${network.port}. The server is down, or the port in the URL is wrong.`,
    evidence: [errorLine('connection', error), {label: 'url', text: network.url}],
  }),
  fixes: (_, {network, all}) => {
    const app = APPS[network.port];
    const key = urlKey(seen(all, 'entry'));
    return [
      advice(
        'start',
        isLoopback(network)
          ? `Start the server for port ${network.port}${app === undefined ? '' : ` (${app.replace(' is not running', '')}: start it and enable its MCP server)`}, then run the check again`
          : `Ask the operator of ${network.host} whether the server is up`,
      ),
      editFix(all, {
        id: 'ask-url',
        title: `Correct the port in "${key}", if the server listens on another one`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: `Nothing listens on port ${network.port}.`,
      }),
      ...(isLoopback(network) && all.machine.platform === 'linux'
        ? [
            advice(
              'wsl',
              'In WSL, a server on Windows is not at localhost: use the gateway IP or hostname.local in the URL, or mirrored networking',
            ),
          ]
        : []),
    ];
  },
});

/** Desktop programs that bring an MCP server on a port of their own (their documentation). */
const APPS: Readonly<Record<number, string>> = {
  3845: 'Figma is not running or its desktop MCP server is off',
  6277: 'the MCP Inspector proxy is not running',
};
