import {advice, urlFix} from '../facts/http-changes.ts';
import {otherMcpPort} from '../facts/network-ports.ts';
import {errorLine, isClosed, isProxied, urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const mcpOnOtherPort = defineFailure({
  id: 'mcp-on-other-port',
  class: 'config',
  step: 'network',
  title: 'The MCP server listens on another port',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [{match: /(?:wrong|different|another) port/i, confidence: 'possible'}],
  remedies: ['Set "url" to the port on which the server listens'],
  detect: ({network, all}) => {
    if (isProxied(network) || !isClosed(network)) return null;
    const other = otherMcpPort(network, all);
    const url = other === null ? null : urlAt(network.url, {port: other.port});
    return other === null || url === null || (!other.isSameName && other.serverName !== null) ? null : {other, url};
  },
  explain: ({other, url}, {network}) => ({
    cause: `Nothing listens on port ${network.port} of ${network.host}, but an MCP server${other.serverName === null ? '' : ` ("${other.serverName}")`} answers on port ${other.port}: ${url}.`,
    confidence: other.isSameName ? 'certain' : 'likely',
    evidence: [
      ...network.tcp.flatMap((attempt) => (attempt.error === null ? [] : [errorLine(attempt.address, attempt.error)])),
      {
        label: 'answers as MCP',
        text: `port ${other.port}${other.serverName === null ? '' : `: ${other.serverName}`}`,
        deciding: `port ${other.port}`,
      },
    ],
  }),
  fixes: ({other, url}, {network, all}) => [
    urlFix(all, network.url, url, `An MCP server answers on port ${other.port}.`),
    advice('start', `Start the server on port ${network.port}, if the one on port ${other.port} is another one`),
  ],
});
