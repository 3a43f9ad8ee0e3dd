import {packageDownloadCertificate} from '../../../src/diagnosis/failures/package-download-certificate.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(packageDownloadCertificate, {
  matches: [
    {
      text: 'npm error code SELF_SIGNED_CERT_IN_CHAIN',
      with: {entry: {command: 'npx', args: ['-y', 'notes']}},
      cause: [/certificate/],
      fix: 'NODE_EXTRA_CA_CERTS',
    },
    {
      text: 'error: invalid peer certificate: UnknownIssuer',
      with: {entry: {command: 'uvx', args: ['notes']}},
      cause: [/UnknownIssuer/],
      fix: 'UV_NATIVE_TLS',
    },
  ],
  misses: ['npm error code E404'],
});
