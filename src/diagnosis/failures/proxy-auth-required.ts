import {seen} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const proxyAuthRequired = defineFailure({
  id: 'proxy-auth-required',
  class: 'auth',
  step: 'network',
  title: 'The proxy asks for a user name and a password',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [{match: /\b407\b|proxy authentication required|ERR_PROXY_AUTH/i, confidence: 'certain'}],
  remedies: [
    'Put the user name and password into HTTPS_PROXY (http://user:password@proxy:port), or use the proxy your company offers for programs',
  ],
  detect: ({network, all}) => {
    const {proxy} = network;
    const status = seen(all, 'http')?.main.response?.status;
    return proxy !== null && !proxy.isBypassed && (proxy.status === 407 || status === 407) ? proxy : null;
  },
  explain: (proxy, {network}) => ({
    cause: `The proxy ${proxy.url} (from ${proxy.variable}) answers 407: it lets nobody through to ${network.host} without a user name and a password. The MCP server was not reached.`,
    evidence: [
      {
        label: 'proxy answers',
        text: `${proxy.variable}=${proxy.url} → HTTP 407 Proxy Authentication Required`,
        deciding: '407',
      },
    ],
  }),
  fixes: (proxy, {network}) => [
    advice(
      'proxy-login',
      `Give ${proxy.variable} the proxy's user name and password: http://user:password@host:port, in the environment that starts the client`,
    ),
    advice('no-proxy', `Add ${network.host} to NO_PROXY, if it can be reached directly`),
  ],
});
