import {advice} from '../facts/http-changes.ts';
import {target, tlsCode} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsTooOld = defineFailure({
  id: 'tls-too-old',
  class: 'runtime',
  step: 'network',
  title: 'Client and server share no version of TLS',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /ERR_SSL_UNSUPPORTED_PROTOCOL|UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|tlsv1 alert protocol version|ERR_SSL_VERSION_OR_CIPHER_MISMATCH|NO_PROTOCOLS_AVAILABLE|legacy sigalg|dh key too small|unsafe legacy renegotiation/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Ask the operator of the server to offer TLS 1.2 or newer'],
  detect: ({network}) => {
    const code = tlsCode(network);
    return code !== null &&
      /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS|CIPHER|LEGACY|DH_KEY_TOO_SMALL|HANDSHAKE_FAILURE|NO_SHARED/.test(
        code,
      )
      ? code
      : null;
  },
  explain: (code, {network}) => ({
    cause: `${target(network)} and this machine agree on no version or cipher of TLS (${code})${network.tls?.protocol == null ? '' : `; the server speaks ${network.tls.protocol}`}. Node takes TLS 1.2 and newer only.`,
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) => [
    advice('newer-tls', `Ask the operator of ${network.host} to offer TLS 1.2 or 1.3 with current ciphers`),
  ],
});
