import {seen} from '../../model/evidence.ts';
import {isWorking} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine, isLoopback, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const proxyForLocalhost = defineFailure({
  id: 'proxy-for-localhost',
  class: 'config',
  step: 'network',
  title: 'Requests to this machine go through a proxy',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /(?:50[234]|ECONNRESET|EHOSTUNREACH|proxy).{0,80}(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])|(?:localhost|127\.0\.0\.1)\S{0,40}.{0,60}\b(?:via|through|from) (?:the )?(?:\w+ )?proxy/i,
      confidence: 'likely',
    },
    {match: /ECONNRESET on (?:127\.0\.0\.1|localhost)/i, confidence: 'certain'},
    {match: /NO_PROXY.{0,40}localhost|localhost.{0,40}NO_PROXY/i, confidence: 'certain'},
  ],
  remedies: ['Add localhost,127.0.0.1,::1 to NO_PROXY', 'Start the client without HTTP_PROXY and HTTPS_PROXY'],
  detect: ({network, all}) => {
    const {proxy} = network;
    if (proxy === null || proxy.isBypassed || !isLoopback(network) || isWorking(all)) return null;
    const main = seen(all, 'http')?.main;
    const isLost = main !== undefined && (main.response === null || main.response.status >= 500);
    if (proxy.error === null && (proxy.status ?? 200) < 400 && !isLost) return null;
    return {proxy, error: proxy.error?.[0] ?? null};
  },
  explain: ({proxy, error}, {network}) => ({
    cause: `${proxy.variable} sends requests for ${target(network)} through the proxy ${proxy.url}, which cannot reach this machine's own loopback address${error === null ? '' : ` (${error.code ?? error.message})`}. NO_PROXY does not name ${network.host}.`,
    evidence: [
      {label: 'proxy', text: `${proxy.variable}=${proxy.url}`, deciding: proxy.variable},
      ...(error === null ? [] : [errorLine('proxy says', error)]),
      ...(proxy.status === null ? [] : [{label: 'proxy answers', text: `HTTP ${proxy.status}`}]),
    ],
  }),
  fixes: ({proxy}) => [
    advice('no-proxy', 'Add localhost,127.0.0.1,::1 to NO_PROXY in the environment that starts the client'),
    advice('unset-proxy', `Unset ${proxy.variable} in that environment, if the proxy is not needed`),
  ],
});
