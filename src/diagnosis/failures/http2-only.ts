import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const http2Only = defineFailure({
  id: 'http2-only',
  class: 'config',
  step: 'http',
  title: 'The server speaks HTTP/2 only',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /(?:Missing|Unknown) ALPN Protocol, expected `?h2|TLSV1_ALERT_NO_APPLICATION_PROTOCOL/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Let the server (or a proxy in front of it) also take HTTP/1.1, which most MCP clients speak (Node: allowHTTP1: true)',
  ],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const isSaid = /(?:Missing|Unknown) ALPN Protocol, expected `?h2/.test(http.main.response?.body.text ?? '');
    const isAlert = http.main.error.some(({code, message}) =>
      /NO_APPLICATION_PROTOCOL|HTTP\/2 SETTINGS frame/.test(`${code ?? ''} ${message}`),
    );
    return isSaid || isAlert ? true : null;
  },
  explain: (_, {http}) => ({
    cause: `${http.main.request.url} takes HTTP/2 alone. Most MCP clients, like mcp-fix, speak HTTP/1.1, and the server turns that away before it looks at the request.`,
    evidence: [statusLine(http), ...bodyLine(http.main.response)],
  }),
  fixes: () => [
    advice(
      'allow-http1',
      'Let the server take HTTP/1.1 as well (in Node: allowHTTP1: true; in nginx and Caddy that is so by itself)',
    ),
    advice('proxy', 'Or put a proxy in front of it that speaks both, and let the URL name the proxy'),
  ],
});
