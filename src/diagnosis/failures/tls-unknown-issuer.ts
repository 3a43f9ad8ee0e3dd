import {tlsCode} from '../facts/network-reach.ts';
import {certificateLines, trustFixes} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsUnknownIssuer = defineFailure({
  id: 'tls-unknown-issuer',
  class: 'config',
  step: 'network',
  title: 'The issuer of the certificate is not known to this machine',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|unable to (?:verify the first certificate|get (?:local )?issuer certificate)|self[- ]signed certificate in (?:the )?certificate chain|x509: certificate signed by unknown authority|CERTIFICATE_VERIFY_FAILED|PKIX path building failed|ERR_CERT_AUTHORITY_INVALID|UntrustedRoot|PartialChain|The remote certificate is invalid (?:because|according)|invalid peer certificate: UnknownIssuer/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Set NODE_EXTRA_CA_CERTS=<ca.pem> in the environment (the env block for stdio servers, the shell for the client)',
    'Ask your IT for the root certificate of the company proxy',
  ],
  detect: ({network}) => {
    const code = tlsCode(network);
    return code !== null && UNKNOWN.includes(code) && network.tls?.isSelfSigned !== true ? true : null;
  },
  explain: (_, {network}) => ({
    cause: `The certificate of ${network.host} is issued by ${network.tls?.issuer ?? 'an issuer'} that this machine does not trust: a private company root, a proxy that inspects TLS, or a server that sends an incomplete chain.`,
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) =>
    trustFixes(network, `the root certificate of ${network.tls?.issuer ?? 'the issuer'} (your IT has it)`),
});

const UNKNOWN = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
  'INVALID_CA',
];
