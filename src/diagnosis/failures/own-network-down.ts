import {advice} from '../facts/http-changes.ts';
import {errorLine, isClosed, isLoopback, isProxied} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const ownNetworkDown = defineFailure({
  id: 'own-network-down',
  class: 'runtime',
  step: 'network',
  title: 'This machine has no network right now',
  severity: 'error',
  waitingHelps: true,
  needs: ['network'],
  signatures: [
    {
      match: /\b(?:ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED)\b|network is unreachable/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Connect this machine to the network or the VPN, then try again',
    'In a sandbox or container: allow outgoing connections, or set HTTPS_PROXY to its proxy',
  ],
  detect: ({network}) => {
    if (network.control.hasNetwork !== false || isLoopback(network) || isProxied(network)) return null;
    if (NEVER.test(network.host)) return null;
    if (network.dns?.error != null) return network.dns.error;
    return isClosed(network) ? (network.tcp[0]?.error ?? null) : null;
  },
  explain: (error, {network}) => ({
    cause: `${network.host} could not be reached (${error.code ?? error.message}), and neither can anything else: this machine's own network or DNS does not work now. That says nothing about the server.`,
    evidence: [errorLine(network.dns?.error == null ? 'connection' : 'DNS', error)],
  }),
  fixes: (_, {network}) => [
    advice(
      'connect',
      `Connect this machine to the network (and the VPN, if ${network.host} is a company host), then run the check again`,
    ),
    advice(
      'sandbox',
      'In a sandbox or a container: allow outgoing connections and DNS, or set HTTPS_PROXY to the proxy it offers',
    ),
  ],
});

/** Names that are reserved never to resolve (RFC 6761, 6.4): a network would not help. */
const NEVER = /\.invalid\.?$/i;
