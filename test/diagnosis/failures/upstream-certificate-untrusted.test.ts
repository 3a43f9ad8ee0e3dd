import {upstreamCertificateUntrusted} from '../../../src/diagnosis/failures/upstream-certificate-untrusted.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(upstreamCertificateUntrusted, {
  matches: [
    {
      text: 'Error: self-signed certificate in certificate chain',
      with: {entry: {}},
      cause: [/self-signed/],
      fix: 'NODE_EXTRA_CA_CERTS',
    },
  ],
  misses: ['certificate loaded'],
});
