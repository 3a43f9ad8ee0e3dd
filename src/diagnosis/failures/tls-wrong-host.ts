import type {NetworkEvidence} from '../../model/evidence.ts';
import {advice, urlFix} from '../facts/http-changes.ts';
import {target, tlsCode, urlAt} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsWrongHost = defineFailure({
  id: 'tls-wrong-host',
  class: 'config',
  step: 'network',
  title: 'The certificate is for another host name',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames|Hostname\/IP does not match|hostname mismatch|certificate is (?:not )?valid for|SSL_ERROR_BAD_CERT_DOMAIN|ERR_CERT_COMMON_NAME_INVALID|CertificateError: hostname|No name matching \S{1,200} found|No subject alternative (?:DNS )?names? (?:matching|present)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Use a host name that is in the certificate in the URL',
    'Ask the operator for a certificate that names this host',
  ],
  detect: ({network}) =>
    tlsCode(network) === 'ERR_TLS_CERT_ALTNAME_INVALID' ||
    /does not match certificate/i.test(network.tls?.error?.message ?? '')
      ? {names: namesOf(network)}
      : null,
  explain: ({names}, {network}) => ({
    cause: `The certificate at ${target(network)} does not match the host name ${network.host}: it is for ${names.length === 0 ? (network.tls?.subject ?? 'another host') : names.join(', ')}.`,
    evidence: certificateLines(network),
  }),
  fixes: ({names}, {network, all}) => {
    const name = names.find((one) => !one.includes('*'));
    const url = name === undefined ? null : urlAt(network.url, {host: name});
    return [
      ...(url === null ? [] : [urlFix(all, network.url, url, `The certificate is for ${name}.`)]),
      advice('new-certificate', `Give the server a certificate that names ${network.host}, or tell its operator`),
    ];
  },
});

const namesOf = (network: NetworkEvidence): readonly string[] =>
  (network.tls?.altNames ?? [])
    .map((name) => name.replace(/^(?:DNS|IP Address|IP):/i, '').trim())
    .filter((name) => name !== '');
