import {advice} from '../facts/http-changes.ts';
import {errorLine, isLoopback} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const proxyUnreachable = defineFailure({
  id: 'proxy-unreachable',
  class: 'config',
  step: 'network',
  title: 'The proxy that the environment names does not answer',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /tunneling socket could not be established(?!, statusCode=\d)|ERR_PROXY_CONNECTION_FAILED|proxy connect(?:ion)? (?:failed|refused|aborted)|(?:could not|unable to|failed to) (?:connect to|resolve) (?:the )?proxy|cannot connect to proxy(?![\s\S]{0,80}\b40[37]\b)|ProxyError(?![\s\S]{0,120}\b40[37]\b)|socks connect[^\n]{0,80}refused|proxy server is refusing/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Start the proxy, or correct HTTP_PROXY / HTTPS_PROXY',
    'Unset HTTP_PROXY and HTTPS_PROXY, or add the host to NO_PROXY',
  ],
  detect: ({network}) => {
    const {proxy} = network;
    if (proxy === null || proxy.isBypassed || isLoopback(network)) return null;
    return proxy.error === null ? null : {proxy, error: proxy.error[0] ?? null};
  },
  explain: ({proxy, error}) => ({
    cause: `The proxy ${proxy.url} (from ${proxy.variable}) does not answer (${error?.code ?? error?.message ?? 'no reason given'}), so no request leaves this machine. The MCP server was not asked.`,
    evidence: [
      {label: 'proxy', text: `${proxy.variable}=${proxy.url}`, deciding: proxy.variable},
      ...(error === null ? [] : [errorLine('connection to the proxy', error)]),
    ],
  }),
  fixes: ({proxy}, {network}) => [
    advice(
      'correct-proxy',
      `Start the proxy at ${proxy.url}, or correct ${proxy.variable} in the environment that starts the client`,
    ),
    advice(
      'unset-proxy',
      `Unset ${proxy.variable}, or add ${network.host} to NO_PROXY, if the host can be reached directly`,
    ),
  ],
});
