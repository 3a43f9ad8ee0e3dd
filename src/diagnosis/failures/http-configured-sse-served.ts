import {statusLine} from '../facts/http-answer.ts';
import {advice, transportFix} from '../facts/http-changes.ts';
import {otherTransport} from '../facts/http-transport.ts';
import {defineFailure} from '../failure.ts';

export const httpConfiguredSseServed = defineFailure({
  id: 'http-configured-sse-served',
  class: 'config',
  step: 'http',
  title: 'The entry says http, the server speaks the old SSE transport',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /(?:streamable ?http|POST).{0,80}\b40[45]\b.{0,120}\bsse\b|Error POSTing to endpoint \(HTTP 40[45]\).{0,200}\/sse\b|legacy (?:HTTP\+)?SSE (?:server|transport)|only supports? (?:the )?SSE transport/is,
      confidence: 'likely',
    },
  ],
  remedies: ['Set "type" to "sse", or use the server\'s Streamable HTTP address (/mcp)'],
  detect: ({http, all}) => (http.declared === 'http' ? otherTransport(http, all) : null),
  explain: ({url, isOtherUrl}, {http}) => ({
    cause: `The entry says "http", but the server speaks the older SSE transport: POST gets ${http.main.response === null ? 'no answer' : `HTTP ${http.main.response.status}`}, and a GET of ${url} opens an event stream as legacy SSE servers do${isOtherUrl ? ' (at another path than the one in the entry)' : ''}.`,
    evidence: [statusLine(http), {label: 'answers as MCP', text: `GET ${url} (SSE)`, deciding: url}],
  }),
  fixes: ({url, isOtherUrl}, {all}) => {
    const fix = transportFix(all, 'sse', isOtherUrl ? url : null, 'The server speaks the SSE transport only.');
    return [
      fix ?? advice('set-type', `Choose the transport "sse" for ${url}`),
      advice('update', 'Update the server to one that speaks Streamable HTTP: the SSE transport is deprecated'),
    ];
  },
});
