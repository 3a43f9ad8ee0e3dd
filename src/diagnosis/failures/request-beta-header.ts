import {nearest} from '../../model/nearest.ts';
import {CONNECTOR, CONNECTORS, connectorBetas} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestBetaHeader = defineFailure({
  id: 'request-beta-header',
  class: 'config',
  step: 'config',
  title: 'The beta header does not fit the request',
  severity: 'error',
  waitingHelps: false,
  needs: ['request'],
  signatures: [
    {match: /\bmcp_servers: Extra inputs are not permitted/i, confidence: 'likely'},
    {
      match: /(?:Unexpected|unknown|invalid) value\(s\)? .{0,20}mcp-client-[\w-]+.{0,60}anthropic-beta/i,
      confidence: 'certain',
    },
    {match: /Input tag 'mcp_toolset' found using 'type' does not match/i, confidence: 'certain'},
  ],
  remedies: [`Send the header "anthropic-beta: ${CONNECTOR.current}" (in an SDK: betas: ["${CONNECTOR.current}"])`],
  detect: ({request}) => {
    const named = connectorBetas(request);
    if (request.about !== null || request.found === 'missing' || named === null) return null;
    if (named.length === 0) return {kind: 'missing', name: ''} as const;
    const odd = named.find((name) => !CONNECTORS.includes(name));
    if (odd !== undefined && named.length === 1) return {kind: 'unknown', name: odd} as const;
    if (!named.every((name) => name === CONNECTOR.first)) return null;
    return {kind: request.toolsets.length > 0 ? 'too-old' : 'old', name: CONNECTOR.first} as const;
  },
  explain: ({kind, name}, {request}) => ({
    cause: {
      missing:
        'The request names "mcp_servers", and no beta feature "mcp-client-…" goes along: without it the API does not know that field.',
      unknown: `The beta feature "${name}" is none that is known; the connector has ${CONNECTORS.join(', ')}.`,
      'too-old': `The beta feature "${name}" is the connector's first version, which knows no "mcp_toolset" in "tools"; this request holds ${request.toolsets.length}.`,
      old: `The beta feature "${name}" is the connector's first version; it still works and is deprecated.`,
    }[kind],
    evidence: [
      {
        label: request.betasFrom === 'body' ? '"betas" of the request' : 'anthropic-beta',
        text: request.betas?.join(', ') || 'not there',
        ...(name === '' ? {} : {deciding: name}),
      },
    ],
    ...(request.betasPlace === null ? {} : {location: request.betasPlace}),
    severity: kind === 'old' || (kind === 'unknown' && isNewer(name)) ? 'warning' : 'error',
    confidence: kind === 'unknown' ? 'likely' : 'certain',
  }),
  fixes: ({kind, name}, {request}) => {
    const better = kind === 'unknown' ? (nearest(name, CONNECTORS) ?? CONNECTOR.current) : CONNECTOR.current;
    const how =
      request.betasFrom === 'body' ? `Put "${better}" into "betas"` : `Send the header "anthropic-beta: ${better}"`;
    const moves = kind === 'old' ? ', and replace "tool_configuration" by toolsets' : '';
    return [
      {id: 'set-beta', title: `${how}${kind === 'missing' ? '' : ` instead of "${name}"`}${moves}`, kind: 'advice'},
    ];
  },
});

/** Dated after every version that is known here: perhaps we are the old ones. */
const isNewer = (name: string): boolean => /^mcp-client-\d{4}-\d{2}-\d{2}$/.test(name) && name > CONNECTOR.newest;
