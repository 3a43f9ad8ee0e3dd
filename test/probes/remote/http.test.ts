import {describe, expect, it} from 'vitest';
import type {Trial} from '../../../src/model/evidence.ts';
import {asked, probe, type RemoteSetup} from '../../servers/http-entry.ts';
import {answerOf, healthy, legacySse, parse, sendJson} from '../../servers/http-mcp.ts';
import {endServersAfterwards, type Handler, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();

const through = (trials: readonly Trial[]): Trial | undefined => trials.find(({isMcp}) => isMcp);
const at = async (handler: Handler, path = '/mcp', more: Partial<RemoteSetup> = {}) => {
  const server = await startHttp(handler);
  return {server, evidence: await probe({url: `${server.origin}${path}`, ...more})};
};

describe('what answers and is no MCP server', () => {
  it('tells a web page by its title', async () => {
    const page = '<!doctype html><html><head><title>Team\n dashboard</title></head><body>Hi</body></html>';
    const {evidence} = await at((_, response) => response.writeHead(200, {'content-type': 'text/html'}).end(page));
    const http = asked(evidence.http);
    expect(http.answered).toBeNull();
    expect(http.main.response?.body).toMatchObject({kind: 'html', title: 'Team dashboard', isTruncated: false});
    expect(http.trials.length).toBeLessThanOrEqual(10);
    expect(evidence.handshake).toHaveProperty('skipped');
  });

  it.each([
    ['json', 'application/json', '{"status":"ok"}'],
    ['broken-json', 'application/json', '{"jsonrpc": "2.0", "id": 1, '],
    ['text', 'text/plain', 'It works'],
    ['empty', 'application/json', ''],
  ])('says that the body is %s', async (kind, type, body) => {
    const {evidence} = await at((_, response) => response.writeHead(200, {'content-type': type}).end(body));
    expect(asked(evidence.http)).toMatchObject({answered: null, main: {response: {body: {kind}}}});
    expect(asked(evidence.http).main.response?.body.isTruncated).toBe(kind === 'broken-json');
  });

  it('says that the answer was cut off', async () => {
    const {evidence} = await at((_, response) => {
      response.writeHead(200, {'content-type': 'application/json', 'content-length': '500'});
      response.write('{"jsonrpc":"2.0","id":1,"result":{', () => response.destroy());
    });
    expect(asked(evidence.http).main.response?.body).toMatchObject({kind: 'broken-json', isTruncated: true});
    expect(asked(evidence.http).trials).toEqual([]);
  });

  it('names the wrong content type of an answer, and talks on as it can', async () => {
    const {evidence} = await at((_, response, body) => {
      const answer = answerOf(parse(body));
      if (answer === null) return response.writeHead(202).end();
      return response.writeHead(200, {'content-type': 'text/plain'}).end(JSON.stringify(answer));
    });
    expect(asked(evidence.http).main.response).toMatchObject({contentType: 'text/plain', body: {kind: 'json-rpc'}});
  });

  it('waits for a stream that only beats, and says so', async () => {
    const {evidence} = await at(
      (request, response) => {
        if (request.method !== 'POST') return response.writeHead(405).end();
        response.writeHead(200, {'content-type': 'text/event-stream'});
        const beat = setInterval(() => response.write(': beat\n\n'), 50);
        return response.on('close', () => clearInterval(beat));
      },
      '/mcp',
      {timeoutMs: 2000},
    );
    const {main} = asked(evidence.http);
    expect(main).toMatchObject({bound: 'total-time', response: {status: 200, stream: {events: 0, hasAnswer: false}}});
    expect(main.response?.stream?.comments).toBeGreaterThan(3);
    expect(asked(evidence.http).trials).toEqual([]);
    expect(asked(evidence.handshake)).toMatchObject({timedOut: true, era: null, asked: [{outcome: 'silence'}]});
  });

  it('does not take a slow server for a silent one', async () => {
    const {evidence} = await at(
      (request, response, body) => setTimeout(() => healthy(request, response, body), 900),
      '/mcp',
      {timeoutMs: 6000},
    );
    expect(asked(evidence.http)).toMatchObject({answered: 'http', trials: [], retries: null});
    expect(asked(evidence.tools)).toMatchObject({count: 1, timedOut: false});
  });
});

describe('one change at a time', () => {
  it('finds the path', async () => {
    const {evidence} = await at(healthy, '/mpc');
    expect(through(asked(evidence.http).trials)).toMatchObject({what: 'path:/mcp', status: 200});
  });

  it('says when another path wants the other transport too', async () => {
    const {evidence} = await at(legacySse(), '/mcp');
    expect(asked(evidence.http).answered).toBe('sse');
    expect(through(asked(evidence.http).trials)).toMatchObject({what: 'transport:sse path:/sse', status: 200});
  });

  it('finds the path below a prefix that was lost, and without the slash', async () => {
    const prefixed: Handler = (request, response, body) => {
      if (request.url !== '/notes/mcp') return sendJson(response, 404, {error: 'not found'});
      return healthy(Object.assign(request, {url: '/mcp'}), response, body);
    };
    expect(through(asked((await at(prefixed, '/notes')).evidence.http).trials)?.what).toBe('path:/notes/mcp');
    expect(through(asked((await at(prefixed, '/notes/mcp/')).evidence.http).trials)?.what).toBe('no-slash');
  });

  it('names the target of a redirect that clients do not follow, and follows the one that they do', async () => {
    const moving =
      (code: number): Handler =>
      (request, response, body) =>
        request.url === '/old' ? response.writeHead(code, {location: '/mcp'}).end() : healthy(request, response, body);
    const moved = asked((await at(moving(301), '/old')).evidence.http);
    expect(moved.main.redirects).toMatchObject([{status: 301, followed: false, isSameOrigin: true}]);
    expect(through(moved.trials)).toMatchObject({what: 'redirect', url: expect.stringMatching(/\/mcp$/)});
    const kept = asked((await at(moving(308), '/old')).evidence.http);
    expect(kept).toMatchObject({answered: 'http', main: {redirects: [{status: 308, followed: true}]}, trials: []});
  });

  it('names the header that the server cannot take', async () => {
    const {evidence} = await at(
      (request, response, body) =>
        request.headers['x-notes-beta'] === undefined
          ? healthy(request, response, body)
          : sendJson(response, 500, {error: 'boom', request_id: 'req_1'}, {'x-request-id': 'req_1'}),
      '/mcp',
      {headers: {'X-Notes-Beta': '2024-01', Authorization: 'Bearer secret-token-1'}},
    );
    const http = asked(evidence.http);
    expect(http.main.response).toMatchObject({status: 500, headers: {'x-request-id': 'req_1'}});
    expect(http.trials).toMatchObject([{what: 'without-header:X-Notes-Beta', isMcp: true, status: 200}]);
    expect(http.main.request.headers).toMatchObject({'X-Notes-Beta': '2024-01', Authorization: 'Bearer [secret]'});
  });

  it('names the header that is missing where the server says hello to nobody without it', async () => {
    const {evidence} = await at((request, response, body) =>
      request.headers['mcp-protocol-version'] === undefined
        ? sendJson(response, 400, {
            jsonrpc: '2.0',
            id: 1,
            error: {code: -32000, message: 'Missing required MCP-Protocol-Version header'},
          })
        : healthy(request, response, body),
    );
    expect(asked(evidence.http).trials).toMatchObject([
      {what: 'with-header:MCP-Protocol-Version', isMcp: true, status: 200},
    ]);
    expect(asked(evidence.handshake)).toMatchObject({error: {code: -32000}});
  });

  it.each([
    ['no jsonrpc', {id: 1, result: {}}, [{field: 'jsonrpc', seen: 'no-jsonrpc'}]],
    ['another id', {jsonrpc: '2.0', id: 7, result: {}}, [{field: 'id', seen: 'wrong-id'}]],
    [
      'an error of null beside its result',
      {jsonrpc: '2.0', id: 1, result: {}, error: null},
      [{field: 'message', seen: 'result-and-error'}],
    ],
  ])('says that an answer has %s', async (_, answer, malformed) => {
    const {evidence} = await at((_request, response) => sendJson(response, 200, answer));
    expect(asked(evidence.handshake)).toMatchObject({era: null, malformed, asked: [{outcome: 'unreadable'}]});
  });

  it('passes by an answer in an event of another name, as clients do', async () => {
    const {evidence} = await at((_request, response, body) => {
      response.writeHead(200, {'content-type': 'text/event-stream'});
      response.end(`event: response\ndata: ${JSON.stringify(answerOf(parse(body)))}\n\n`);
    });
    expect(asked(evidence.handshake)).toMatchObject({
      version: null,
      malformed: [{field: 'event', seen: 'an event "response" in place of "message"'}],
    });
  });

  it('says which capability is no object', async () => {
    const {evidence} = await at((request, response, body) => {
      const message = parse(body);
      if (message['method'] !== 'initialize') return healthy(request, response, body);
      const result = {
        protocolVersion: '2025-06-18',
        capabilities: {tools: true},
        serverInfo: {name: 'n', version: '1'},
      };
      return sendJson(response, 200, {jsonrpc: '2.0', id: message['id'] ?? null, result});
    });
    expect(asked(evidence.handshake).malformed).toEqual([{field: 'capabilities.tools', seen: 'true'}]);
  });

  it('keeps what the server says to the end of the hello', async () => {
    const {evidence} = await at((request, response, body) =>
      parse(body)['method'] === 'notifications/initialized'
        ? sendJson(response, 400, {error: 'missing id'})
        : healthy(request, response, body),
    );
    const told = asked(evidence.http).exchanges.find(({purpose}) => purpose === 'notifications/initialized');
    expect(told?.response?.status).toBe(400);
    expect(asked(evidence.handshake)).toMatchObject({version: '2025-11-25'});
  });

  it('finds the host name that the server allows, without taking the token there', async () => {
    const {server, evidence} = await at(
      (request, response, body) => {
        if (request.headers.host?.startsWith('localhost')) return healthy(request, response, body);
        return response.writeHead(403, {'content-type': 'text/plain'}).end('Invalid Host header');
      },
      '/mcp',
      {headers: {Authorization: 'Bearer secret-token-1'}},
    );
    expect(through(asked(evidence.http).trials)?.what).toBe('host:localhost');
    const foreign = server.seen.filter(({headers}) => headers.host?.startsWith('localhost'));
    expect(foreign.map(({headers}) => headers.authorization)).toEqual([undefined]);
  });
});

describe('what passes by, and what does not', () => {
  const flaky = (times: number, status: number, headers: Record<string, string> = {}): Handler => {
    let count = 0;
    return (request, response, body) => {
      count += 1;
      return count <= times ? sendJson(response, status, {error: 'later'}, headers) : healthy(request, response, body);
    };
  };

  it('asks again after 503, and goes on when it went through', async () => {
    const {evidence} = await at(flaky(2, 503));
    expect(asked(evidence.http)).toMatchObject({
      answered: 'http',
      main: {response: {status: 503}},
      retries: {statuses: [503, 200], recovered: true},
    });
    expect(asked(evidence.tools).count).toBe(1);
  });

  it('gives up on a 503 that stays', async () => {
    const {server, evidence} = await at(flaky(99, 503));
    expect(asked(evidence.http)).toMatchObject({
      answered: null,
      retries: {statuses: [503, 503, 503], recovered: false},
    });
    expect(server.seen.length).toBeLessThanOrEqual(6);
  });

  it.each([
    [429, {'retry-after': '120'}, 120_000],
    [402, {}, null],
  ])('does not hammer after %i', async (status, headers, wait) => {
    const {server, evidence} = await at(flaky(99, status, headers));
    expect(server.seen.length).toBe(1);
    expect(asked(evidence.http).trials).toEqual([]);
    expect(asked(evidence.http).retries?.retryAfterMs ?? null).toBe(wait);
  });

  it('asks once more after 429 where the wait is short', async () => {
    const {evidence} = await at(flaky(1, 429, {'retry-after': '1'}));
    expect(asked(evidence.http)).toMatchObject({retries: {statuses: [200], recovered: true, retryAfterMs: 1000}});
  });

  it('reports a connection that is cut, with its causes', async () => {
    const server = await startTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.http).main).toMatchObject({response: null, error: [{code: 'ECONNRESET'}]});
    expect(asked(evidence.http).retries).toMatchObject({statuses: [null, null], recovered: false});
  });
});
