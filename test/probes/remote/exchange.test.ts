import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {reachOfAddress, reachOfHost} from '../../../src/probes/remote/address.ts';
import {createEventReader} from '../../../src/probes/remote/event-reader.ts';
import {type Answer, type Ask, ask} from '../../../src/probes/remote/exchange.ts';
import {testHost} from '../../servers/http-entry.ts';
import {endServersAfterwards, type Handler, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();

const SECRET = 'canary-'.concat('z'.repeat(12));
const question = (url: string, more: Partial<Ask> = {}): Promise<Answer> => {
  const host = testHost();
  const line = {
    host,
    redactor: createRedactor([SECRET]),
    signal: new AbortController().signal,
    startedAt: host.now(),
    deadline: host.now() + 12_000,
    proxyFor: () => null,
  };
  return ask(line, {purpose: 'test', method: 'GET', url: new URL(url), own: {}, secret: {}, ...more});
};
const answerOf = async (handler: Handler, more: Partial<Ask> = {}): Promise<Answer> =>
  question((await startHttp(handler)).origin, more);

describe('bounds', () => {
  it('cuts a body that unpacks to more than 4 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const {exchange} = await answerOf((_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb));
    expect(exchange).toMatchObject({
      bound: 'body-size',
      error: [],
      response: {status: 200, body: {bytes: 4 * 1024 * 1024}},
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('takes off one encoding and no more', async () => {
    const once = await answerOf((_, response) =>
      response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('hello')),
    );
    expect(once.exchange).toMatchObject({bound: null, response: {body: {kind: 'text', text: 'hello'}}});
    const twice = await answerOf((_, response) =>
      response.writeHead(200, {'content-encoding': 'gzip, gzip'}).end(gzipSync(gzipSync('hello'))),
    );
    expect(twice.exchange.bound).toBe('encoding-layers');
  });

  it('stops at headers above 16 KB', async () => {
    const {exchange} = await answerOf((_, response) => response.writeHead(200, {'x-long': 'y'.repeat(20_000)}).end());
    expect(exchange).toMatchObject({bound: 'header-size', response: null});
  });

  it('stops after a thousand events', async () => {
    const {exchange} = await answerOf((_, response) => {
      response.writeHead(200, {'content-type': 'text/event-stream'});
      response.end('data: {}\n\n'.repeat(1500));
    });
    expect(exchange).toMatchObject({bound: 'events', response: {stream: {events: 1000, hasAnswer: false}}});
  });

  it('stops at its time, and where a body falls silent', async () => {
    const silent = await answerOf(() => undefined, {maxMs: 200});
    expect(silent.exchange).toMatchObject({bound: 'total-time', response: null});
    const halting = await answerOf(
      (_, response) => response.writeHead(200, {'content-type': 'text/plain'}).write('a'),
      {maxMs: 8000},
    );
    expect(halting.exchange.bound).toBe('idle-time');
    expect(halting.exchange.timings.total).toBeLessThan(7000);
  });

  it('follows at most five redirects', async () => {
    const server = await startHttp((request, response) =>
      response.writeHead(302, {location: `/${Number(request.url?.slice(1)) + 1}`}).end(),
    );
    const {exchange} = await question(`${server.origin}/0`);
    expect(exchange).toMatchObject({bound: 'redirects', response: {status: 302}});
    expect(server.seen.length).toBe(6);
  });
});

describe('answers that are not whole', () => {
  it.each<[string, string]>([
    ['a length that is not reached', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"a":1'],
    ['a chunk that is cut', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n32\r\n{"a":1'],
  ])('sees %s', async (_, bytes) => {
    const server = await startTcp((socket) => socket.once('data', () => socket.end(bytes)));
    expect((await question(server.origin)).exchange.response?.body).toMatchObject({isTruncated: true, text: '{"a":1'});
  });

  it('sees a packed body that is cut, and one that is not packed at all', async () => {
    const half = gzipSync('x'.repeat(5000)).subarray(0, 20);
    const cut = await answerOf((_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(half));
    expect(cut.exchange).toMatchObject({error: [{code: 'Z_BUF_ERROR'}], response: {body: {isTruncated: true}}});
    const plain = await answerOf((_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end('hello'));
    expect(plain.exchange).toMatchObject({error: [{code: 'Z_DATA_ERROR'}], response: {body: {isTruncated: false}}});
  });

  it('says that the port speaks something else', async () => {
    const server = await startTcp((socket) => socket.end('220 mail ready\r\n'));
    expect((await question(server.origin)).exchange.error[0]?.code).toMatch(/^HPE_/);
  });
});

describe('other origins', () => {
  const secret = {
    Authorization: `Bearer ${SECRET}`,
    Cookie: SECRET,
    'X-API-Key': SECRET,
    'Mcp-Session-Id': SECRET,
    'X-Odd': SECRET,
  };
  const cases = [301, 302, 303, 307, 308].flatMap((status) =>
    (['GET', 'POST'] as const).map((method) => [status, method] as const),
  );

  it.each(cases)('are not asked after %i to a %s', async (status, method) => {
    const other = await startHttp((_, response) => response.end('{}'));
    const server = await startHttp((_, response) => response.writeHead(status, {location: `${other.origin}/x`}).end());
    const body = method === 'POST' ? {body: SECRET} : {};
    const {exchange} = await question(`${server.origin}/?key=${SECRET}`, {method, secret, ...body});
    expect(other.seen).toEqual([]);
    expect(exchange.redirects).toMatchObject([{status, isSameOrigin: false, followed: false}]);
    expect(JSON.stringify(exchange)).not.toContain(SECRET);
  });

  it('get everything within the same origin, where the method stays', async () => {
    const server = await startHttp((request, response) =>
      request.url === '/' ? response.writeHead(307, {location: '/next'}).end() : response.end('{}'),
    );
    await question(server.origin, {method: 'POST', secret, body: 'hello'});
    expect(server.seen[1]).toMatchObject({url: '/next', method: 'POST', body: 'hello', headers: {'x-api-key': SECRET}});
  });

  it('are not called where an address is not allowed', async () => {
    const server = await startHttp((_, response) => response.end('{}'));
    const {exchange} = await question(`http://localhost:${server.port}/`, {isAllowed: () => false});
    expect(exchange).toMatchObject({response: null, error: [{code: 'EBLOCKED'}]});
    expect(server.seen).toEqual([]);
  });
});

describe('event streams', () => {
  const read = (pieces: readonly string[]) => {
    const events: string[] = [];
    const reader = createEventReader(({type, data}) => events.push(`${type}=${data}`));
    for (const piece of pieces) reader.feed(piece);
    return {events, comments: reader.comments(), isInside: reader.isInside()};
  };
  const STREAM = '\ufeff: hi\r\nevent: endpoint\r\ndata: /a\r\n\r\ndata: one\ndata:two\n\nid: 4\n\ndata\r\rdata: cut';
  const whole = {events: ['endpoint=/a', 'message=one\ntwo', 'message='], comments: 1, isInside: true};

  it('are read the same however they are cut', () => {
    expect(read([STREAM])).toEqual(whole);
    for (let at = 1; at < STREAM.length; at += 1) expect(read([STREAM.slice(0, at), STREAM.slice(at)])).toEqual(whole);
    expect(read([...STREAM])).toEqual(whole);
  });
});

describe('addresses', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['::ffff:808:808', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['::ffff:ffff', 'private'],
    ['::ffff:0:7f00:1', 'private'],
    ['::808:808', 'private'],
    ['169.254.169.254', 'private'],
    ['fe80::1%eth0', 'private'],
    ['100.64.0.1', 'private'],
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['172.32.0.1', 'public'],
    ['notes', 'unknown'],
  ])('%s is %s', (address, reach) => {
    expect(reachOfAddress(address)).toBe(reach);
  });
  it('knows the names of this machine', () => {
    expect(['localhost', 'app.localhost', 'localhost.example.com', '[::1]'].map(reachOfHost)).toEqual([
      'loopback',
      'loopback',
      'unknown',
      'loopback',
    ]);
  });
});
