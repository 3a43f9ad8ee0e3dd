import {once} from 'node:events';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {type Answer, type Ask, ask} from '../../../src/probes/remote/exchange.ts';
import {testHost} from '../../servers/http-entry.ts';
import {endServersAfterwards, type Handler, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();

const SECRET = 'canary-'.concat('z'.repeat(12));
const question = (url: string, more: Partial<Ask> = {}, signal = new AbortController().signal): Promise<Answer> => {
  const host = testHost();
  const redactor = createRedactor([SECRET]);
  const line = {host, redactor, signal, startedAt: host.now(), deadline: host.now() + 8000, proxyFor: () => null};
  return ask(line, {purpose: 'why', method: 'GET', url: new URL(url), own: {}, secret: {}, ...more});
};
const answerOf = async (handler: Handler, more: Partial<Ask> = {}): Promise<Answer> =>
  question((await startHttp(handler)).origin, more);
const rawAnswer = async (bytes: Buffer, more: Partial<Ask>): Promise<Answer> =>
  question((await startTcp((socket) => socket.once('data', () => socket.end(bytes)))).origin, more);

describe('a body', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    [' br ', brotliCompressSync],
    ['deflate', deflateSync],
    ['identity', (text: string) => Buffer.from(text)],
    ['identity, gzip', gzipSync],
    ['', (text: string) => Buffer.from(text)],
    ['odd', (text: string) => Buffer.from(text)],
  ])('in the encoding "%s" is read', async (encoding, packed) => {
    const {exchange, text} = await answerOf((_, response) =>
      response.writeHead(200, {'content-encoding': encoding}).end(packed('héllo')),
    );
    expect(text).toBe('héllo');
    expect(exchange).toMatchObject({bound: null, error: [], response: {body: {text: 'héllo', bytes: 6}}});
  });

  it('is text while at most a tenth of it is none', async () => {
    const kindOf = async (body: Buffer): Promise<string | undefined> =>
      (await answerOf((_, response) => response.end(body))).exchange.response?.body.kind;
    expect(await kindOf(Buffer.from('a\0b'))).toBe('binary');
    expect(await kindOf(Buffer.concat([Buffer.from('123456789'), Buffer.from([0xff])]))).toBe('text');
    expect(await kindOf(Buffer.concat([Buffer.from('12345678'), Buffer.from([0xff])]))).toBe('binary');
    expect(await kindOf(Buffer.from(''))).toBe('empty');
    const binary = await answerOf((_, response) => response.end('a\0b'));
    expect(binary.exchange.response?.body).toMatchObject({text: '', bytes: 3});
  });

  it('is shown up to 8,000 characters, and counted whole', async () => {
    const {exchange, text} = await answerOf((_, response) => response.end('a b '.repeat(2001)));
    expect(exchange.response?.body).toMatchObject({text: 'a b '.repeat(2000), bytes: 8004, isTruncated: false});
    expect(text).toHaveLength(8004);
  });

  it('of exactly 4 MB is whole, one byte more is cut', async () => {
    const most = 4 * 1024 * 1024;
    const whole = await answerOf((_, response) => response.end(Buffer.alloc(most, 'x')));
    expect(whole.exchange).toMatchObject({bound: null, response: {body: {bytes: most}}});
    const more = await answerOf((_, response) => response.end(Buffer.alloc(most + 1, 'x')));
    expect(more.exchange).toMatchObject({bound: 'body-size', error: [], response: {body: {bytes: most}}});
  });

  it('has a title where it is a page, without what is secret', async () => {
    const page = `<html><title>Sign in ${SECRET}</title></html>`;
    const {exchange} = await answerOf((_, response) =>
      response.writeHead(200, {'content-type': 'text/html'}).end(page),
    );
    expect(exchange.response?.body).toMatchObject({kind: 'html', title: expect.stringMatching(/^Sign in \[secret/)});
    const none = await answerOf((_, response) => response.end('<html><p>x</p></html>'));
    expect(none.exchange.response?.body).toMatchObject({kind: 'html', title: null});
  });

  it('that breaks off while it is packed is told, and ends at once', async () => {
    const packed = gzipSync('x'.repeat(5000));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 500\r\n\r\n`;
    const {exchange} = await rawAnswer(Buffer.concat([Buffer.from(head), packed.subarray(0, 20)]), {maxMs: 3000});
    expect(exchange).toMatchObject({bound: null, error: [{code: 'ECONNRESET'}], response: {body: {isTruncated: true}}});
  });

  it('that is broken JSON is cut where its brackets are open', async () => {
    const json = {'content-type': 'application/json'};
    const open = await answerOf((_, response) => response.writeHead(200, json).end('{"a":[1'));
    expect(open.exchange.response?.body).toMatchObject({kind: 'broken-json', isTruncated: true});
    const odd = await answerOf((_, response) => response.writeHead(200, json).end('{a}'));
    expect(odd.exchange.response?.body).toMatchObject({kind: 'broken-json', isTruncated: false});
  });
});

describe('an event stream', () => {
  const stream = {'content-type': 'text/event-stream'};

  it('that ends between two events is whole, one that ends inside is cut', async () => {
    const whole = await answerOf((_, response) => response.writeHead(200, stream).end(': hi\ndata: {"id":1}\n\n'));
    expect(whole.exchange.response).toMatchObject({
      body: {kind: 'sse', isTruncated: false},
      stream: {events: 1, comments: 1, hasAnswer: false},
    });
    expect(whole.messages).toEqual([{id: 1}]);
    const cut = await answerOf((_, response) => response.writeHead(200, stream).end('data: {"id":1}\n\ndata: {"i'));
    expect(cut.exchange.response).toMatchObject({body: {isTruncated: true}, stream: {events: 1}});
  });

  it('ends with the event that was waited for', async () => {
    const seen: string[] = [];
    let closed: Promise<unknown> | null = null;
    const answer = await answerOf(
      (_, response) => {
        closed = once(response, 'close');
        response.writeHead(200, stream).write('data: 1\n\ndata: 2\n\ndata: 3\n\n');
      },
      {
        onEvent: ({data}) => {
          seen.push(data);
          return data === '2' ? 'done' : undefined;
        },
      },
    );
    expect(seen).toEqual(['1', '2']);
    // The server is let go of too.
    expect(await closed).toEqual([]);
    expect(answer.exchange).toMatchObject({bound: null, error: [], response: {stream: {events: 2, hasAnswer: true}}});
    expect(answer.messages).toEqual([1, 2]);
  });

  it('may be silent, unlike a body', async () => {
    const silent = await answerOf((_, response) => response.writeHead(200, stream).write(': hi\n\n'), {maxMs: 5600});
    expect(silent.exchange).toMatchObject({bound: 'total-time', error: [], response: {stream: {comments: 1}}});
  });

  it('tells events of other types that hold an answer', async () => {
    const events = [
      'event: odd\ndata: {"result":1}',
      'event: err\ndata: {"error":1}',
      'event: none\ndata: {"a":1}',
      'data: {"result":2}',
      'event: text\ndata: x',
    ];
    const {oddEvents, messages} = await answerOf((_, response) =>
      response.writeHead(200, stream).end(events.map((event) => `${event}\n\n`).join('')),
    );
    expect(oddEvents).toEqual(['odd', 'err']);
    expect(messages).toHaveLength(4);
  });
});

describe('an exchange', () => {
  it('tells all of a question and of its answer, and nothing secret', async () => {
    let head: Answer | null = null;
    const {exchange, headers, url} = await answerOf(
      (_, response) => {
        response.writeHead(418, `Odd ${SECRET}`, {
          'content-type': 'text/plain',
          'x-a': SECRET,
          'set-cookie': ['a=1', 'b=2'],
        });
        response.end('[1,2]');
      },
      {
        method: 'POST',
        body: 'héllo',
        own: {'X-Own': ' o '},
        secret: {Authorization: `Bearer ${SECRET}`},
        onHead: (answer) => {
          head = answer;
        },
      },
    );
    expect(exchange).toMatchObject({
      purpose: 'why',
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      request: {method: 'POST', url: url.href, headers: {'X-Own': 'o', Authorization: 'Bearer [secret]'}},
      response: {status: 418, contentType: 'text/plain', stream: null},
      error: [],
      bound: null,
      redirects: [],
    });
    expect(exchange.response?.statusText).toMatch(/^Odd \[secret/);
    expect(headers['set-cookie']).toBe('a=1, b=2');
    expect(head).toMatchObject({status: 418, text: ''});
    const {dns, tcp, tls, firstByte, total} = exchange.timings;
    expect([dns, tls]).toEqual([null, null]);
    for (const ms of [tcp, firstByte]) {
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(total);
    }
    expect(JSON.stringify(exchange)).not.toContain(SECRET);
  });

  it('says how many bytes it sends, and sends them', async () => {
    const server = await startHttp((_, response) => response.end('{}'));
    await question(`${server.origin}/`, {method: 'POST', body: 'héllo'});
    await question(`${server.origin}/`);
    expect(server.seen).toMatchObject([{body: 'héllo', headers: {'content-length': '6'}}, {body: ''}]);
    expect(server.seen[1]?.headers).not.toHaveProperty('content-length');
  });

  it('reads one message, or those of a batch', async () => {
    const messages = async (body: string): Promise<unknown> => (await answerOf((_, r) => r.end(body))).messages;
    expect(await messages('{"a":1}')).toEqual([{a: 1}]);
    expect(await messages('[1,2]')).toEqual([1, 2]);
    expect(await messages('no')).toEqual([]);
  });

  it('with headers of more than 16 KB keeps what the system says of it', async () => {
    const {exchange} = await answerOf((_, response) => response.writeHead(200, {'x-long': 'y'.repeat(17_000)}).end());
    expect(exchange).toMatchObject({bound: 'header-size', response: null, error: [{code: 'HPE_HEADER_OVERFLOW'}]});
    const most = await answerOf((_, response) => response.writeHead(200, {'x-long': 'y'.repeat(15_000)}).end());
    expect(most.exchange).toMatchObject({bound: null, response: {status: 200}});
  });

  it('with a name asks for its address first', async () => {
    const server = await startHttp((_, response) => response.end('{}'));
    const {exchange} = await question(`http://localhost:${server.port}/`);
    expect(exchange.timings.dns).toBeGreaterThanOrEqual(0);
  });

  it('that is stopped, before or while it waits, says so', async () => {
    const server = await startHttp(() => undefined);
    const before = await question(server.origin, {}, AbortSignal.abort());
    expect(before.exchange).toMatchObject({response: null, error: [{name: 'AbortError'}], bound: null});
    expect(server.seen).toEqual([]);
    const own = new AbortController();
    const waiting = question(server.origin, {signal: own.signal});
    setTimeout(() => own.abort(), 50);
    expect((await waiting).exchange).toMatchObject({response: null, error: [{name: 'AbortError'}], bound: null});
  });

  it('with a header that HTTP does not allow is not made', async () => {
    const server = await startHttp((_, response) => response.end('{}'));
    for (const [own, why] of [
      [{'x y': 'a'}, /its name holds a character/],
      [{'x-a': 'b\u0001'}, /U\+0001 at position 2/],
    ] as const) {
      const answer = await question(`${server.origin}/`, {own: {...own}});
      expect(answer).toMatchObject({status: null, text: '', messages: [], headers: {}, oddEvents: []});
      expect(answer.exchange).toMatchObject({
        response: null,
        bound: null,
        redirects: [],
        error: [{name: 'TypeError', code: 'ERR_INVALID_HEADER', message: expect.stringMatching(why), syscall: null}],
        timings: {dns: null, tcp: null, tls: null, firstByte: null, total: 0},
      });
    }
    expect(server.seen).toEqual([]);
  });
});
