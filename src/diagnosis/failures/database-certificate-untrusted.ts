import {defineReported} from '../facts/reported-text.ts';

export const databaseCertificateUntrusted = defineReported({
  id: 'database-certificate-untrusted',
  class: 'config',
  step: 'tools',
  title: 'The server does not trust the certificate of the database',
  waitingHelps: false,
  signatures: [{match: /-32603:? .{0,40}self[- ]signed certificate(?: in certificate chain)?/i, confidence: 'certain'}],
  remedies: ['Add sslrootcert=/path/ca.crt to the DSN (the connection string) of the database'],
  cause: () =>
    'The server runs, and the database behind it shows a certificate of an issuer that the database driver does not know.',
});
