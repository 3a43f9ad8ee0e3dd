import {seen} from '../../model/evidence.ts';
import {type Answer, headerOf, isWorking, short} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isLoopback, isProxied, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const proxyRefusesHost = defineFailure({
  id: 'proxy-refuses-host',
  class: 'config',
  step: 'network',
  title: 'The proxy does not let requests through to the server',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /(?:CONNECT tunnel failed|tunnel(?:l?ing)? (?:connection )?failed|received .{0,20}from proxy after CONNECT|proxy response).{0,30}\b(?:40[0-689]|5\d\d)\b|X-Squid-Error|ERR_TUNNEL_CONNECTION_FAILED|tunneling socket could not be established, statusCode=40[0-689]/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Ask who runs the proxy to allow the host, or add the host to NO_PROXY if it can be reached directly',
    'Use the proxy that your company offers for programs',
  ],
  detect: ({network, all}) => {
    const {proxy} = network;
    if (proxy === null || proxy.error !== null || !isProxied(network) || isLoopback(network)) return null;
    if (proxy.status !== null && proxy.status >= 400 && proxy.status !== 407)
      return {proxy, status: proxy.status, mark: null};
    const answer = seen(all, 'http')?.main.response ?? null;
    if (answer === null || answer.status < 400 || answer.status === 407 || isWorking(all)) return null;
    const mark = proxyMark(answer);
    return mark === null ? null : {proxy, status: answer.status, mark};
  },
  explain: ({proxy, status, mark}, {network}) => ({
    cause: `The proxy ${proxy.url} (from ${proxy.variable}) answers ${status} when it is asked for ${target(network)}: ${SAYS[status] ?? 'it cannot or may not reach that host'}. The answer is the proxy's; the MCP server was not reached.`,
    evidence: [
      {label: 'proxy', text: `${proxy.variable}=${proxy.url}`, deciding: proxy.variable},
      {label: 'proxy answers', text: `HTTP ${status}${mark === null ? '' : ` with ${mark}`}`, deciding: String(status)},
    ],
  }),
  fixes: ({proxy, status}, {network}) => [
    status >= 500
      ? advice(
          'proxy-log',
          `Ask who runs the proxy ${proxy.url} why it does not reach ${target(network)} (its DNS, its firewall)`,
        )
      : advice('allow-host', `Ask who runs the proxy ${proxy.url} to allow ${target(network)}`),
    advice('no-proxy', `Add ${network.host} to NO_PROXY, if it can be reached directly`),
    advice('other-proxy', `Correct ${proxy.variable}, if another proxy is meant for programs`),
  ],
});

const SAYS: Readonly<Record<number, string>> = {
  403: 'it does not allow that host or port',
  405: 'it opens no tunnels (CONNECT) at all',
  502: 'it could not reach that host itself',
  503: 'it could not reach that host itself',
  504: 'it got no answer from that host itself',
};

/** Headers by which a forward proxy says that the answer is its own (Squid; RFC 9209 with an error; Blue Coat, Zscaler). */
const proxyMark = (answer: Answer): string | null => {
  for (const name of ['x-squid-error', 'x-proxy-error', 'x-bluecoat-error', 'x-zscaler-error']) {
    const value = headerOf(answer, name);
    if (value !== null) return short(`${name}: ${value}`, 120);
  }
  const status = headerOf(answer, 'proxy-status');
  if (status !== null && /;\s*error=/.test(status)) return short(`proxy-status: ${status}`, 120);
  const server = headerOf(answer, 'server');
  return server !== null && /^(?:squid|zscaler|mcafee web gateway|bluecoat|tinyproxy|privoxy)\b/i.test(server)
    ? short(`server: ${server}`, 120)
    : null;
};
