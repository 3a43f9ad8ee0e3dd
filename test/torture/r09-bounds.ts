import type http from 'node:http';
import type net from 'node:net';
import zlib from 'node:zlib';
import {ask} from '../../src/probes/remote/exchange.ts';
import {aHost} from './a-host.ts';
import {aLine} from './a-line.ts';
import {openHttp, openTcp} from './loopback.ts';
import {few, type Outcome, type Trial, type TrialOptions, withFolder} from './trial.ts';

type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

const zeros = Buffer.alloc(16 * 1024 * 1024);
const repeated = (bytes: Buffer, times: number): Buffer => Buffer.concat(Array.from({length: times}, () => bytes));
const forEver = (response: http.ServerResponse, piece: string | Buffer, everyMs: number): void => {
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on('close', () => clearInterval(timer));
};
const JSON_TYPE = {'content-type': 'application/json'};

/** Servers that would never let go, and the bound that must be named. */
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

const BUDGET_MS = 15_000;

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (dir) => {
    // A slice leaves out those that take the whole 15 s.
    const isWanted = ([, bound]: readonly [string, string | null, unknown]): boolean =>
      options.scale >= 0.2 || bound !== 'total-time';
    const servers = await Promise.all([
      ...OVER_HTTP.filter(isWanted).map(async ([name, bound, answer]) => ({
        name,
        bound,
        server: await openHttp((request, response) => answer(response, request)),
      })),
      ...OVER_TCP.filter(isWanted).map(async ([name, bound, onSocket]) => ({
        name,
        bound,
        server: await openTcp(onSocket),
      })),
    ]);
    // The bombs are made once before, so that their making is not measured.
    const before = process.memoryUsage.rss();
    let peak = before;
    const look = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 10);
    const wrong: string[] = [];
    let slowest = 0;
    let named = 0;
    await Promise.all(
      servers.map(async ({name, bound, server}) => {
        const from = Date.now();
        const answer = await ask(aLine(aHost(dir), 60_000), {
          purpose: 'trial',
          method: 'GET',
          url: new URL(`http://127.0.0.1:${server.port}/0`),
          own: {},
          secret: {},
        });
        const ms = Date.now() - from;
        slowest = Math.max(slowest, ms);
        if (ms > BUDGET_MS + 500) wrong.push(`${name}: ${ms} ms`);
        if (answer.exchange.bound === bound && (bound !== null || answer.exchange.error.length > 0)) named += 1;
        else
          wrong.push(
            `${name}: the bound named is ${answer.exchange.bound}, not ${bound} (${JSON.stringify(answer.exchange.error).slice(0, 200)})`,
          );
      }),
    );
    clearInterval(look);
    await Promise.all(servers.map(({server}) => server.close()));
    const grown = Math.round((peak - before) / 2 ** 20);
    return {
      figures: `${servers.length} hostile servers at once: right bound named ${named} of ${servers.length}, slowest ${slowest} ms of ${BUDGET_MS}, +${grown} MB with the servers in the same process`,
      wrong: few(wrong),
    };
  });

export const r09: Trial = {promise: 'R9', title: 'every exchange is bounded', run};
