import {target, tlsCode} from '../facts/network-reach.ts';
import {certificateLines, trustFixes} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsSelfSigned = defineFailure({
  id: 'tls-self-signed',
  class: 'config',
  step: 'network',
  title: 'The server shows a certificate that it signed itself',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match: /DEPTH_ZERO_SELF_SIGNED_CERT|self[- ]signed certificate(?! in (?:the )?certificate chain)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set NODE_EXTRA_CA_CERTS=<certificate.pem> in the environment that starts the client',
    'Use http:// for a server on this machine',
  ],
  detect: ({network}) =>
    tlsCode(network) === 'DEPTH_ZERO_SELF_SIGNED_CERT' ||
    (tlsCode(network) !== null && network.tls?.isSelfSigned === true && !/EXPIRED|ALTNAME/.test(tlsCode(network) ?? ''))
      ? true
      : null,
  explain: (_, {network}) => ({
    cause: `${target(network)} shows a self-signed certificate (${network.tls?.subject ?? 'no name'}): no issuer that this machine trusts stands behind it, so the client refuses it.`,
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) => trustFixes(network, `the certificate of ${network.host}`),
});
