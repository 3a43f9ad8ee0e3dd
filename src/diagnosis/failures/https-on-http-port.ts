import {advice, urlFix} from '../facts/http-changes.ts';
import {tlsCode, urlAt} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const httpsOnHttpPort = defineFailure({
  id: 'https-on-http-port',
  class: 'config',
  step: 'network',
  title: 'The URL says https, but the port speaks plain http',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {match: /[Bb]ad request version[^\n]{0,4}\(['"]\\{1,2}x16\\{1,2}x03/, confidence: 'certain'},

    {
      match:
        /ERR_SSL_WRONG_VERSION_NUMBER|WRONG_VERSION_NUMBER|wrong version number|SSL_ERROR_RX_RECORD_TOO_LONG|ERR_SSL_PROTOCOL_ERROR|http: server gave HTTP response to HTTPS client|packet length too long|first record does not look like a TLS handshake/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Write http:// instead of https:// in the URL (or the port that speaks https)'],
  detect: ({network}) => {
    if (network.scheme.replace(':', '') !== 'https') return null;
    const isPlain = network.speaks === 'http' || /WRONG_VERSION_NUMBER|PACKET_LENGTH/.test(tlsCode(network) ?? '');
    return isPlain ? {url: urlAt(network.url, {scheme: 'http'})} : null;
  },
  explain: (_, {network}) => ({
    cause: `The URL begins with https://, but port ${network.port} of ${network.host} speaks plain http: it does not answer the TLS handshake.`,
    evidence: [...certificateLines(network), {label: 'url', text: network.url, deciding: 'https'}],
  }),
  fixes: ({url}, {network, all}) => [
    ...(url === null ? [] : [urlFix(all, network.url, url, `Port ${network.port} speaks plain http.`)]),
    advice('https-port', 'Use the port on which the server offers https, if a token is sent over a network'),
  ],
});
