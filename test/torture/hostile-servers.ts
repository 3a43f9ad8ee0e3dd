import type http from 'node:http';
import type net from 'node:net';
import zlib from 'node:zlib';
import {type Loopback, openHttp, openTcp} from './loopback.ts';

/** Servers that would never let go, and the bound that must be named. */
export interface Hostile {
  readonly name: string;
  /** Null where no bound is hit: it is no HTTP at all. */
  readonly bound: string | null;
  readonly isTls?: boolean;
  readonly open: () => Promise<Loopback>;
}

type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

const zeros = Buffer.alloc(16 * 1024 * 1024);
const repeated = (bytes: Buffer, times: number): Buffer => Buffer.concat(Array.from({length: times}, () => bytes));
const forEver = (response: http.ServerResponse, piece: string | Buffer, everyMs: number): void => {
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on('close', () => clearInterval(timer));
};
const JSON_TYPE = {'content-type': 'application/json'};

const OVER_HTTP: readonly (readonly [string, string | null, Answer])[] = [
  [
    'gzip bomb',
    'body-size',
    (response) =>
      void response.writeHead(200, {...JSON_TYPE, 'content-encoding': 'gzip'}).end(zlib.gzipSync(repeated(zeros, 8))),
  ],
  [
    'gzip in gzip',
    'encoding-layers',
    (response) =>
      void response
        .writeHead(200, {...JSON_TYPE, 'content-encoding': 'gzip, gzip'})
        .end(zlib.gzipSync(zlib.gzipSync(zeros))),
  ],
  [
    'brotli bomb',
    'body-size',
    (response) =>
      void response.writeHead(200, {...JSON_TYPE, 'content-encoding': 'br'}).end(zlib.brotliCompressSync(zeros)),
  ],
  [
    'endless events',
    'events',
    (response) => forEver(response.writeHead(200, {'content-type': 'text/event-stream'}), 'data: {}\n\n'.repeat(50), 5),
  ],
  [
    'an event without an end',
    'body-size',
    (response) => forEver(response.writeHead(200, {'content-type': 'text/event-stream'}), Buffer.alloc(1 << 16, 97), 5),
  ],
  ['a byte now and then', 'total-time', (response) => forEver(response.writeHead(200, JSON_TYPE), ' ', 200)],
  [
    'a comment now and then',
    'total-time',
    (response) => forEver(response.writeHead(200, {'content-type': 'text/event-stream'}), ': ping\n\n', 200),
  ],
  ['20 KB header', 'header-size', (response) => void response.writeHead(200, {'x-long': 'h'.repeat(20_000)}).end()],
  [
    'redirects without end',
    'redirects',
    (response, request) =>
      void response.writeHead(307, {location: `/${Number((request.url ?? '/0').slice(1)) + 1}`}).end(),
  ],
  ['never closes', 'idle-time', (response) => void response.writeHead(200, JSON_TYPE).write('{')],
];

const raw =
  (text: string | (() => string), everyMs: number) =>
  (socket: net.Socket): void => {
    socket.once('data', () => {
      if (everyMs === 0) return void socket.write(typeof text === 'string' ? text : text());
      const timer = setInterval(() => socket.write(typeof text === 'string' ? text : text()), everyMs);
      socket.on('close', () => clearInterval(timer));
    });
  };

let count = 0;
const endlessHeaders = (): string => {
  count += 1;
  return count === 1 ? 'HTTP/1.1 200 OK\r\n' : `x-${count}: ${'v'.repeat(200)}\r\n`;
};

const OVER_TCP: readonly (readonly [string, string | null, (socket: net.Socket) => void])[] = [
  ['endless headers', 'header-size', raw(endlessHeaders, 10)],
  [
    'a chunk of 2 GB',
    'idle-time',
    raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n80000000\r\nabc', 0),
  ],
  [
    'a wrong length',
    'idle-time',
    raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{}', 0),
  ],
  ['noise', null, raw('\u0000\u0001 no http at all \r\n\r\n', 0)],
  ['silence', 'total-time', () => undefined],
];

export const HOSTILE: readonly Hostile[] = [
  ...OVER_HTTP.map(([name, bound, answer]) => ({
    name,
    bound,
    open: () => openHttp((request, response) => answer(response, request)),
  })),
  ...OVER_TCP.map(([name, bound, onSocket]) => ({name, bound, open: () => openTcp(onSocket)})),
  {name: 'a TLS handshake that stalls', bound: 'total-time', isTls: true, open: () => openTcp(() => undefined)},
];

/** What an exchange costs with a server that means well. */
export const CALM: Hostile = {
  name: 'calm',
  bound: null,
  open: () => openHttp((_, response) => void response.writeHead(200, JSON_TYPE).end('{"ok":true}')),
};
