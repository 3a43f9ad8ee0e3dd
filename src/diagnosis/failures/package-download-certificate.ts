import {askVariable, programOf, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const packageDownloadCertificate = defineSaidFailure({
  id: 'package-download-certificate',
  title: "The package server's certificate is not trusted here",
  patterns: [
    /npm (?:error|ERR!)[^\n]{0,200}(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED|self[- ]signed certificate)/,
    /(?:(?:Could not fetch URL|Failed to fetch|pip|pypi|\/simple\/)[^\n]{0,200}(?:SSLCertVerificationError|CERTIFICATE_VERIFY_FAILED|invalid peer certificate))[^\n]*/,
    /(?:pypi|pythonhosted|\/simple\/|\buvx?\b|crates\.io)[\s\S]{0,400}invalid peer certificate[^\n]*/,
  ],
  // Without the name of a package server the words fit any address, so a pasted text needs more.
  patternsWithEvidence: [/invalid peer certificate[^\n]*/],
  remedies: [
    'Name the certificate of your company: NODE_EXTRA_CA_CERTS for npm, SSL_CERT_FILE for uv and pip',
    'For uv: set UV_NATIVE_TLS=true, so that it trusts what the system trusts',
  ],
  cause: ({line}) =>
    `The package cannot be fetched, because its server's certificate is not trusted here: a proxy of your network opens encrypted connections with a certificate of its own. It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) =>
    /^uvx?$/.test(programOf(evidence))
      ? [
          setVariable(evidence, 'UV_NATIVE_TLS', 'true'),
          askVariable(
            evidence,
            'SSL_CERT_FILE',
            'Or set SSL_CERT_FILE in "env" to the file with your company\'s certificate',
          ),
        ]
      : [
          askVariable(
            evidence,
            'NODE_EXTRA_CA_CERTS',
            'Set NODE_EXTRA_CA_CERTS in "env" to the file (PEM) with your company\'s certificate',
          ),
        ],
});
