import {advice} from '../facts/http-changes.ts';
import {errorLine, isClosed, isProxied, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const hostUnreachable = defineFailure({
  id: 'host-unreachable',
  class: 'runtime',
  step: 'network',
  title: 'The host does not answer',
  severity: 'error',
  waitingHelps: true,
  needs: ['network'],
  signatures: [
    {
      match:
        /\b(?:ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_CONNECTION_TIMED_OUT)\b|connect(?:ion)? timed out|No route to host|ConnectTimeout/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Connect the VPN or open the firewall for this host, then try again',
    'Correct the host and port in the URL',
  ],
  detect: ({network}) =>
    isClosed(network) && !isProxied(network) && network.control.hasNetwork !== false
      ? (network.tcp[0]?.error ?? {
          code: 'ETIMEDOUT',
          message: 'no answer in time',
          name: 'Error',
          syscall: null,
          address: null,
          port: null,
        })
      : null,
  explain: (error, {network}) => ({
    cause: `${target(network)} does not answer (${error.code ?? error.message}): its name resolves${network.tcp[0] === undefined ? '' : ` to ${network.tcp.map((one) => one.address).join(', ')}`}, but no connection comes about. ${network.reach === 'private' ? 'It is an address of a private network: the VPN may not be connected.' : 'A firewall drops the connection, the host is down, or the port is wrong.'}`,
    evidence: network.tcp.flatMap((attempt) =>
      attempt.error === null ? [] : [errorLine(attempt.address, attempt.error)],
    ),
  }),
  fixes: (_, {network}) => [
    advice(
      'vpn',
      `${network.reach === 'private' ? 'Connect the VPN or the company network' : 'Connect the VPN, if this host needs one'}, and allow port ${network.port} to ${network.host} in the firewall`,
    ),
    advice('check-url', `Compare the host and the port with the documentation of the server: ${target(network)}`),
    advice('retry', 'Wait a minute and run the check again; the host may be restarting'),
  ],
});
