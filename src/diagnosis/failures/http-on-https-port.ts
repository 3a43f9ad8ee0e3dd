import {seen} from '../../model/evidence.ts';
import {isWorking} from '../facts/http-answer.ts';
import {advice, urlFix} from '../facts/http-changes.ts';
import {urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const httpOnHttpsPort = defineFailure({
  id: 'http-on-https-port',
  class: 'config',
  step: 'network',
  title: 'The URL says http, but the port speaks https',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /client sent an HTTP request to an HTTPS server|plain HTTP request was sent to HTTPS port|The plain HTTP request|HTTP request to (?:an )?HTTPS/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Write https:// instead of http:// in the URL'],
  detect: ({network, all}) => {
    if (network.scheme.replace(':', '') !== 'http' || isWorking(all)) return null;
    const body = seen(all, 'http')?.main.response?.body.text ?? '';
    const says = /HTTP request to an HTTPS server|plain HTTP request was sent to HTTPS port/i.test(body);
    return network.speaks === 'tls' || says ? {url: urlAt(network.url, {scheme: 'https'})} : null;
  },
  explain: (_, {network}) => ({
    cause: `The URL begins with http://, but port ${network.port} of ${network.host} expects an encrypted connection (https).`,
    evidence: [{label: 'url', text: network.url, deciding: 'http'}],
  }),
  fixes: ({url}, {network, all}) =>
    url === null
      ? [advice('https', 'Write https:// in the URL')]
      : [urlFix(all, network.url, url, `Port ${network.port} speaks https.`)],
});
