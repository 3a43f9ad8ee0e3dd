import {advice} from '../facts/http-changes.ts';
import {isClockToBlame, tlsCode} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsExpired = defineFailure({
  id: 'tls-expired',
  class: 'runtime',
  step: 'network',
  title: "The server's certificate has expired",
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match: /CERT_HAS_EXPIRED|certificate has expired|certificate expired|SSL_ERROR_EXPIRED_CERT/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Ask the operator of the server to renew the certificate',
    "Compare the date of this machine with the certificate's",
  ],
  detect: ({network, all}) =>
    tlsCode(network) === 'CERT_HAS_EXPIRED' && !isClockToBlame(network, all.machine.nowMs) ? true : null,
  explain: (_, {network, all}) => ({
    cause: `The TLS certificate of ${network.host} expired${network.tls?.validTo == null ? '' : ` on ${network.tls.validTo}`} (today is ${new Date(all.machine.nowMs).toISOString().slice(0, 10)}). Clients refuse it.`,
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) => [
    advice('renew', `Renew the certificate of ${network.host}; if the server is not yours, tell its operator`),
    advice('clock', 'Compare the date of this machine with the date above'),
  ],
});
