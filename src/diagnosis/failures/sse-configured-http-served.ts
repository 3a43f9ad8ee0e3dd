import {statusLine} from '../facts/http-answer.ts';
import {advice, transportFix} from '../facts/http-changes.ts';
import {otherTransport} from '../facts/http-transport.ts';
import {defineFailure} from '../failure.ts';

export const sseConfiguredHttpServed = defineFailure({
  id: 'sse-configured-http-served',
  class: 'config',
  step: 'http',
  title: 'The entry says sse, the server speaks Streamable HTTP',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /SSE error: Non-200 status code \((?:400|404|405|406)\)|Non-200 status code \((?:400|404|405|406)\)/i,
      confidence: 'certain',
    },
    {
      match:
        /SSE error\b.{0,80}\/sse\b|invalid content type, expected "text\/event-stream"|SSE error: Invalid content type/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set "type" to "http" (change the url from /sse to /mcp where the server moved; Gemini CLI: rename url to httpUrl; Cline: "streamableHttp")',
    'Where the log shows an earlier error (401, proxy), fix the first error: the sse message is only that of the fallback',
  ],
  detect: ({http, all}) => (http.declared === 'sse' ? otherTransport(http, all) : null),
  explain: ({url, isOtherUrl}, {http}) => ({
    cause: `The entry says "sse", but the server speaks Streamable HTTP: the request of the old SSE transport got ${http.main.response === null ? 'no answer' : `HTTP ${http.main.response.status}`}, and the same server answers MCP over "http"${isOtherUrl ? ` at ${url}` : ''}.`,
    evidence: [statusLine(http), {label: 'answers as MCP', text: `POST ${url}`, deciding: url}],
  }),
  fixes: ({url, isOtherUrl}, {all}) => {
    const fix = transportFix(all, 'http', isOtherUrl ? url : null, 'The server speaks Streamable HTTP.');
    return fix === null ? [advice('set-type', `Choose the transport "http" (Streamable HTTP) for ${url}`)] : [fix];
  },
});
