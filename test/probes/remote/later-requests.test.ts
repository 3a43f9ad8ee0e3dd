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
