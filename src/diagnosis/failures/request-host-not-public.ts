import {seen} from '../../model/evidence.ts';
import {callOf, lineOf, placeOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestHostNotPublic = defineFailure({
  id: 'request-host-not-public',
  class: 'config',
  step: 'config',
  title: 'A server of the request is not on the public internet',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match:
        /mcp server.{0,60}(?:publicly (?:accessible|reachable|exposed)|private (?:ip|address|host)|internal (?:ip|host)|localhost)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Serve it under a public https address, or through a tunnel',
    'Connect to it with an MCP client in your own program instead of "mcp_servers"',
  ],
  detect: ({request: {about}, all}) => {
    if (about === null || about.url.host === '') return null;
    const found = seen(all, 'network')?.reach;
    const isKnown = about.url.reach !== 'unknown' && about.url.reach !== 'public';
    if (isKnown) return {about, reach: about.url.reach, byName: true};
    return found === 'private' || found === 'loopback' ? {about, reach: found, byName: false} : null;
  },
  explain: ({about, reach, byName}, {entry, all}) => ({
    cause: `${callOf(about)} is at ${about.url.host}, ${byName ? '' : 'whose name leads to '}${WHERE[reach] ?? 'a host of its own network'}: Anthropic's servers call it from outside and cannot reach it.`,
    evidence: [
      lineOf(about, entry, 'url', about.url.host),
      ...(byName
        ? []
        : [{label: 'addresses of the host', text: seen(all, 'network')?.dns?.addresses.join(', ') ?? 'unknown'}]),
    ],
    location: placeOf(entry, 'url'),
    confidence: byName ? 'certain' : 'likely',
    severity: about.isPrivateAllowed ? 'warning' : 'error',
  }),
  fixes: ({about}) => [
    {
      id: 'publish',
      title: `Serve "${about.name ?? about.url.host}" under a public https address, or through a tunnel, and name that in "url"`,
      kind: 'advice',
    },
    {
      id: 'own-client',
      title: `Connect to "${about.name ?? about.url.host}" with an MCP client in your own program, and pass its tools as plain "tools"`,
      kind: 'advice',
    },
    ...(about.isPrivateAllowed
      ? []
      : [
          {
            id: 'allow-private',
            title: 'Where a gateway of your own is meant, check it with --allow-private',
            kind: 'advice',
          } as const,
        ]),
  ],
});

const WHERE: Readonly<Record<string, string>> = {
  loopback: 'this very machine (loopback)',
  private: 'a private network',
  reserved: 'a name that the public internet does not know',
};
