import {defineReported} from '../facts/reported-text.ts';

export const firewallBlocksClient = defineReported({
  id: 'firewall-blocks-client',
  class: 'runtime',
  step: 'http',
  title: 'A firewall lets nobody in after the sign-in',
  waitingHelps: false,
  signatures: [
    {
      match:
        /(?:\/token 200|OAuth complete[sd]?).{0,80}(?:403|host_not_allowed)|\bhost_not_allowed\b|Authorization with the MCP server failed/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Allow the published Anthropic IP range (and the user agent) in the WAF or CDN in front of the server'],
  cause: () =>
    "The sign-in works, and then a firewall (WAF, CDN) in front of the server refuses the requests that come from the network of the client's provider.",
});
