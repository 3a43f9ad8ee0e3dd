import {describe, expect, it} from 'vitest';
import {asked, probe} from '../../servers/http-entry.ts';
import {healthy, parse, sendJson, withSession} from '../../servers/http-mcp.ts';
import {endServersAfterwards, type Handler, startHttp} from '../../servers/http-server.ts';

endServersAfterwards();

const at = async (handler: Handler) => {
  const server = await startHttp(handler);
  return {server, evidence: await probe({url: `${server.origin}/mcp`})};
};

describe('later requests', () => {
  it('reports a limit on tools/list', async () => {
    const {evidence} = await at((request, response, body) =>
      parse(body)['method'] === 'tools/list'
        ? sendJson(response, 429, {error: 'slow down'}, {'retry-after': '120'})
        : healthy(request, response, body),
    );
    expect(asked(evidence.http)).toMatchObject({answered: 'http', retries: null});
    expect(asked(evidence.tools)).toMatchObject({httpStatus: 429, retryAfterMs: 120_000, count: 0, stoppedAt: 'error'});
  });

  const listAnswers = (answer: Handler): Handler => {
    return (request, response, body) =>
      parse(body)['method'] === 'tools/list' ? answer(request, response, body) : healthy(request, response, body);
  };
  const html = '<html><title>Oops</title><body>500</body></html>';

  it.each<[string, Handler, object]>([
    [
      'JSON of its own',
      (_, response) => sendJson(response, 500, {error: 'Internal Server Error'}),
      {httpStatus: 500, isUnusable: true, error: {message: '{"error":"Internal Server Error"}'}},
    ],
    [
      'a web page',
      (_, response) => response.writeHead(500, {'content-type': 'text/html'}).end(html),
      {httpStatus: 500, isUnusable: true, error: {message: 'Oops'}},
    ],
    [
      'nothing',
      (_, response) => response.writeHead(500).end(),
      {httpStatus: 500, isUnusable: true, error: {message: 'Internal Server Error'}},
    ],
    [
      'JSON-RPC',
      (_, response, body) =>
        sendJson(response, 500, {jsonrpc: '2.0', id: parse(body)['id'] ?? 0, error: {code: -32603, message: 'no db'}}),
      {httpStatus: 500, isUnusable: false, error: {code: -32603, message: 'no db'}},
    ],
    [
      'an error without a code, and status 200',
      (_, response) => sendJson(response, 200, {error: 'Internal Server Error'}),
      {httpStatus: null, isUnusable: true, error: {message: expect.stringContaining('clients cannot read')}},
    ],
    [
      'a JSON-RPC error with code 0',
      (_, response, body) =>
        sendJson(response, 200, {jsonrpc: '2.0', id: parse(body)['id'] ?? 0, error: {code: 0, message: 'no db'}}),
      {httpStatus: null, isUnusable: false, error: {code: 0, message: 'no db'}},
    ],
  ])('tells words of the server from its own, where tools/list gets %s', async (_, answer, seen) => {
    const {evidence} = await at(listAnswers(answer));
    expect(asked(evidence.tools)).toMatchObject({count: 0, stoppedAt: 'error', ...seen});
  });

  it('gives the reason of the path that was asked, where only another one wants a sign-in', async () => {
    const server = await startHttp((request, response) =>
      request.url === '/mcp' ? sendJson(response, 401, {error: 'sign in'}) : sendJson(response, 404, {error: 'no'}),
    );
    const {http, handshake} = await probe({url: `${server.origin}/`});
    expect(asked(http).trials).toContainEqual(expect.objectContaining({what: 'path:/mcp', status: 401}));
    expect(handshake).toEqual({skipped: 'the first request was answered with 404, and not by an MCP server'});
  });

  it('reports a session that is lost at once', async () => {
    const forgetful: Handler = (request, response, body) =>
      withSession()(Object.assign(request, {headers: {...request.headers, 'mcp-session-id': ''}}), response, body);
    const {evidence} = await at(forgetful);
    expect(asked(evidence.tools)).toMatchObject({httpStatus: 404, error: {code: -32001, message: 'Session not found'}});
  });

  it('asks for a version that the server offers instead', async () => {
    const {evidence} = await at((request, response, body) =>
      body.includes('"protocolVersion":"2025-11-25"')
        ? sendJson(response, 400, {
            jsonrpc: '2.0',
            id: 1,
            error: {
              code: -32000,
              message: 'Bad Request: Unsupported protocol version (supported versions: 2025-06-18, 2025-03-26)',
            },
          })
        : healthy(request, response, body),
    );
    expect(asked(evidence.handshake)).toMatchObject({era: 'legacy', version: '2025-06-18'});
    expect(asked(evidence.tools).count).toBe(1);
  });
});
