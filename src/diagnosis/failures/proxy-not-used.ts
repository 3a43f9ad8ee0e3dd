import {defineReported} from '../facts/reported-text.ts';

export const proxyNotUsed = defineReported({
  id: 'proxy-not-used',
  class: 'config',
  step: 'network',
  title: 'The client does not use the proxy of the network',
  waitingHelps: false,
  signatures: [
    {
      match:
        /fetch failed \((?:cause )?(?:ECONNRESET|ETIMEDOUT)[^)]*\)|(?:does not|doesn't|not) (?:honou?r|respect|use|support)s? (?:the )?(?:HTTPS?_PROXY|proxy (?:settings|variables|env))/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'mcp-remote: add --enable-proxy',
    'Node 22.21 / 24 and newer: set NODE_USE_ENV_PROXY=1; else put the proxy env variables into the env block, for clients that support it',
  ],
  cause: () =>
    'The network lets programs out only through a proxy, and this program does not use the one that the environment names: Node does not do so by itself.',
});
