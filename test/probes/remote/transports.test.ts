import {describe, expect, it} from 'vitest';
import {asked, probe} from '../../servers/http-entry.ts';
import {healthy, legacySse, modern, withSession} from '../../servers/http-mcp.ts';
import {bySdk} from '../../servers/http-sdk.ts';
import {endServersAfterwards, startHttp} from '../../servers/http-server.ts';

endServersAfterwards();

describe('healthy servers', () => {
  it('talks to one that answers with JSON only, has no session and refuses GET', async () => {
    const server = await startHttp(healthy);
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.http)).toMatchObject({
      declared: 'http',
      answered: 'http',
      trials: [],
      retries: null,
      sessionId: false,
    });
    expect(asked(evidence.handshake)).toMatchObject({
      era: 'legacy',
      serverName: 'notes',
      version: '2025-11-25',
      malformed: [],
    });
    expect(asked(evidence.tools)).toMatchObject({count: 1, names: ['read_note'], stoppedAt: 'end', httpStatus: null});
    expect(evidence.auth).toEqual({skipped: 'no authentication was asked for'});
    expect(asked(evidence.network)).toMatchObject({reach: 'loopback', isUrlValid: true, otherPorts: [], proxy: null});
    expect(server.seen.map(({method}) => method)).toEqual(['POST', 'POST', 'POST']);
    expect(server.seen[2]?.headers['mcp-protocol-version']).toBe('2025-11-25');
  });

  it('keeps the session in later requests and ends it', async () => {
    const server = await startHttp(withSession());
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.tools)).toMatchObject({count: 1, error: null});
    expect(asked(evidence.http)).toMatchObject({answered: 'http', sessionId: true});
    expect(asked(evidence.http).main.response?.stream).toEqual({events: 1, comments: 1, hasAnswer: true});
    expect(server.seen.at(-1)).toMatchObject({method: 'DELETE'});
    expect(server.seen.at(-1)?.headers['mcp-session-id']).toBe('session-1');
    expect(JSON.stringify(evidence)).not.toContain('session-1');
  });

  it('talks HTTP+SSE', async () => {
    const server = await startHttp(legacySse());
    const evidence = await probe({url: `${server.origin}/sse`, transport: 'sse'});
    expect(asked(evidence.http)).toMatchObject({declared: 'sse', answered: 'sse', trials: []});
    expect(asked(evidence.http).main).toMatchObject({
      request: {method: 'GET'},
      response: {status: 200},
      error: [],
      bound: null,
    });
    expect(asked(evidence.tools)).toMatchObject({count: 1});
  });

  it('talks the modern era where the server knows no other', async () => {
    const server = await startHttp(modern);
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.handshake)).toMatchObject({
      era: 'modern',
      version: '2026-07-28',
      serverName: 'notes',
      serverVersion: '3.0.0',
    });
    expect(asked(evidence.tools)).toMatchObject({count: 1, error: null, httpStatus: null});
    expect(asked(evidence.http)).toMatchObject({answered: 'http', trials: []});
  });
});

describe('servers by the official SDK', () => {
  it.each([
    ['reject', 'modern', '2026-07-28'],
    ['stateless', 'legacy', '2025-11-25'],
  ] as const)('that %s older clients are talked to in the %s era', async (older, era, version) => {
    const server = await startHttp(bySdk(older));
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.handshake)).toMatchObject({era, version, serverName: 'sdk-notes', malformed: []});
    expect(asked(evidence.tools)).toMatchObject({count: 1, names: ['read_note'], error: null, httpStatus: null});
  });
});

describe('the other transport', () => {
  it('is found for http where the server speaks HTTP+SSE', async () => {
    const server = await startHttp(legacySse());
    const evidence = await probe({url: `${server.origin}/sse`});
    expect(asked(evidence.http)).toMatchObject({answered: 'sse'});
    expect(asked(evidence.http).trials.at(-1)).toMatchObject({what: 'transport:sse', isMcp: true, status: 200});
    expect(evidence.handshake).toHaveProperty('skipped');
  });

  it('is found for sse where the server speaks Streamable HTTP', async () => {
    const server = await startHttp(healthy);
    const evidence = await probe({url: `${server.origin}/mcp`, transport: 'sse'});
    expect(asked(evidence.http)).toMatchObject({answered: 'http', main: {response: {status: 405}}});
    expect(asked(evidence.http).trials).toMatchObject([{what: 'transport:http', isMcp: true, status: 200}]);
  });

  it('is taken by a client that falls back by itself', async () => {
    const server = await startHttp(legacySse());
    const url = `${server.origin}/sse`;
    const evidence = await probe({url, raw: {url}, urlWithoutType: 'http-then-sse'});
    expect(asked(evidence.tools)).toMatchObject({count: 1});
  });
});
