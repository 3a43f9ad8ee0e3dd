import {seen} from '../../model/evidence.ts';
import {isWorking} from '../facts/http-answer.ts';
import {urlFix} from '../facts/http-changes.ts';
import {isClosed, urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const unspecifiedAddress = defineFailure({
  id: 'unspecified-address',
  class: 'config',
  step: 'network',
  title: 'The URL calls 0.0.0.0, which is no address to call',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /(?:ECONNREFUSED|EADDRNOTAVAIL|ERR_ADDRESS_INVALID|refused|connect|WinError 10049).{0,40}\b0\.0\.0\.0\b(?!.{0,60}(?:EADDRINUSE|already (?:in use|allocated)))/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Set "url" to http://127.0.0.1:<port>/… : 0.0.0.0 is what a server listens on, not what a client calls'],
  detect: ({network, all}) => {
    if (!/^(?:0\.0\.0\.0|\[?::\]?)$/.test(network.host)) return null;
    const fails = isClosed(network) || (seen(all, 'http')?.main.response === null && !isWorking(all));
    return fails || all.machine.platform === 'win32' ? urlAt(network.url, {host: '127.0.0.1'}) : null;
  },
  explain: (url, {network}) => ({
    cause: `The URL names ${network.host}. A server listens on that address ("all interfaces"); a client cannot call it. On this machine the server is at ${url}.`,
    evidence: [
      {label: 'url', text: network.url, ...(network.url.includes(network.host) ? {deciding: network.host} : {})},
    ],
  }),
  fixes: (url, {network, all}) => [
    urlFix(all, network.url, url, 'Loopback is where a server on this machine is called.'),
  ],
});
