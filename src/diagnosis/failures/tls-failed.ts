import {advice} from '../facts/http-changes.ts';
import {errorText, target} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsFailed = defineFailure({
  id: 'tls-failed',
  class: 'runtime',
  step: 'network',
  title: 'The encrypted connection does not come about',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /\bERR_SSL_\w+|\bERR_TLS_\w+|ssl handshake failed|TLS handshake (?:failed|timeout|error)|schannel:[^\n]{0,80}|secure connection (?:failed|could not be established)|Client network socket disconnected before secure TLS/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Look at the TLS connection with "openssl s_client -connect host:port" and send what it says to the operator of the server',
  ],
  detect: ({network}) =>
    network.tls !== null && !network.tls.isOk && network.speaks !== 'http'
      ? (network.tls.error ?? {
          name: 'Error',
          code: null,
          message: 'no reason given',
          syscall: null,
          address: null,
          port: null,
        })
      : null,
  explain: (error, {network}) => ({
    cause: `The connection to ${target(network)} is open, but the TLS handshake fails: ${errorText(error)}.`,
    confidence: 'likely',
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) => [
    {
      id: 'show-chain',
      title: `Look at the TLS handshake with ${target(network)}`,
      kind: 'run',
      command: ['openssl', 's_client', '-connect', target(network), '-servername', network.host],
    },
    advice(
      'operator',
      `Send the message to the operator of ${network.host}; a proxy or virus scanner that opens TLS connections may be in between`,
    ),
  ],
});
