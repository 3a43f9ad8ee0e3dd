import {advise, askVariable, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const upstreamCertificateUntrusted = defineSaidFailure({
  id: 'upstream-certificate-untrusted',
  class: 'runtime',
  title: 'A service behind the server has an untrusted certificate',
  patterns: [
    /(?:self[- ]signed certificate|unable to verify the first certificate|unable to get local issuer certificate|certificate verify failed|x509: certificate signed by unknown authority)[^\n]*/i,
  ],
  remedies: [
    'Name the certificate of the authority: NODE_EXTRA_CA_CERTS or SSL_CERT_FILE in "env", sslrootcert=/path/ca.crt in a database address',
  ],
  confidence: 'possible',
  cause: ({match}) =>
    `The server connects to a service of its own (a database, an API), and does not trust its certificate: "${clip(match, 140)}".`,
  explained: () => ({confidence: 'likely'}),
  fixes: (_, evidence) => [
    askVariable(
      evidence,
      /^(?:python[\d.]*|uvx?|pipx)$/.test(programOf(evidence)) ? 'SSL_CERT_FILE' : 'NODE_EXTRA_CA_CERTS',
    ),
    advise('sslrootcert', 'For a database: add sslrootcert=/path/ca.crt to its address'),
  ],
});
