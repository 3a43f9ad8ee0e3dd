import type http from 'node:http';
import type {Readable} from 'node:stream';
import zlib from 'node:zlib';
import type {ErrorLink, Timings} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Redactor} from '../../model/redact.ts';
import {parseJson} from './body-kind.ts';
import {errorChain} from './error-chain.ts';
import {createEventReader, type StreamEvent} from './event-reader.ts';
import {openRequest, ProxyRefusal, type RequestPlan} from './open-request.ts';

/** Decoded bytes of one body, events of one stream, milliseconds without a byte (an event stream may be silent). */
export const LIMITS = {bodyBytes: 4 * 1024 * 1024, events: 1000, idleMs: 5000, totalMs: 15_000} as const;

interface HopPlan extends Omit<RequestPlan, 'signal'> {
  readonly body: string | null;
  readonly maxMs: number;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly now: () => number;
  /** Called for each event of a stream; 'done' ends the exchange, because what was waited for has come. */
  readonly onEvent?: ((event: StreamEvent) => 'done' | undefined) | undefined;
  /** Called when the head has come; the body is still empty then. */
  readonly onHead?: ((head: Hop) => void) | undefined;
}

/** One request and its one answer, raw: not redacted yet. */
export interface Hop {
  readonly status: number | null;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: number;
  readonly isBinary: boolean;
  readonly isTruncated: boolean;
  readonly stream: {readonly events: number; readonly comments: number; readonly hasAnswer: boolean} | null;
  readonly bound: string | null;
  readonly error: readonly ErrorLink[];
  readonly timings: Timings;
}

/** Makes one request without following anything. Never throws: what goes wrong is in `error` and `bound`. */
export const makeHop = (plan: HopPlan): Promise<Hop> =>
  new Promise((resolve) => {
    const start = plan.now();
    const since = (): number => Math.max(0, plan.now() - start);
    const timings: {dns: number | null; tcp: number | null; tls: number | null; firstByte: number | null} = {
      dns: null,
      tcp: null,
      tls: null,
      firstByte: null,
    };
    const stop = new AbortController();
    const signal = AbortSignal.any([plan.signal, stop.signal]);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let response: http.IncomingMessage | null = null;
    let stream: {events: number; hasAnswer: boolean} | null = null;
    let comments = 0;
    let bound: string | null = null;
    let isSettled = false;
    let isTruncated = false;
    let idle: NodeJS.Timeout | undefined;

    const facts = (error: unknown): Hop => {
      const body = Buffer.concat(chunks);
      const text = body.toString('utf8');
      const refusal = error instanceof ProxyRefusal ? error : null;
      if (isRecord(error) && error['code'] === 'HPE_HEADER_OVERFLOW') bound = 'header-size';
      return {
        status: response?.statusCode ?? refusal?.status ?? null,
        statusText: response?.statusMessage ?? '',
        headers: response === null ? {} : plainHeaders(response.rawHeaders),
        text,
        bytes,
        isBinary: text.includes('\u0000') || (text.match(/\ufffd/g)?.length ?? 0) > text.length / 10,
        isTruncated,
        stream: stream === null ? null : {...stream, comments},
        bound,
        error: error === null ? [] : errorChain(error, plan.redactor),
        timings: {...timings, total: since()},
      };
    };
    const settle = (error: unknown): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(total);
      clearTimeout(idle);
      resolve(facts(error));
      stop.abort();
    };
    const hit = (name: string): void => {
      bound ??= name;
      settle(null);
    };
    const total = setTimeout(() => hit('total-time'), plan.maxMs);
    if (plan.signal.aborted) return settle(plan.signal.reason);
    plan.signal.addEventListener('abort', () => settle(plan.signal.reason), {once: true, signal: stop.signal});

    const read = (body: Readable, isStream: boolean): void => {
      const decoder = new TextDecoder();
      const events = createEventReader((event) => {
        if (stream === null || isSettled) return;
        stream.events += 1;
        if (plan.onEvent?.(event) === 'done') {
          stream.hasAnswer = true;
          settle(null);
        } else if (stream.events >= LIMITS.events) hit('events');
      });
      body.on('data', (chunk: Buffer) => {
        if (isSettled) return;
        const kept = chunk.subarray(0, LIMITS.bodyBytes - bytes);
        bytes += kept.length;
        chunks.push(kept);
        if (isStream) {
          events.feed(decoder.decode(chunk, {stream: true}));
          comments = events.comments();
        } else {
          clearTimeout(idle);
          idle = setTimeout(() => hit('idle-time'), LIMITS.idleMs);
        }
        if (kept.length < chunk.length) hit('body-size');
      });
      body.on('end', () => {
        isTruncated = isTruncated || (isStream && events.isInside());
        settle(null);
      });
      body.on('error', (error) => {
        isTruncated = isTruncated || isEarlyEnd(error);
        settle(error);
      });
    };

    openRequest({...plan, signal})
      .then((request) => {
        request.on('socket', (socket) => {
          socket.once('lookup', () => {
            timings.dns = since();
          });
          socket.once('connect', () => {
            timings.tcp = since();
          });
          socket.once('secureConnect', () => {
            timings.tls = since();
          });
        });
        request.on('error', (error) => settle(error));
        request.once('response', (message) => {
          response = message;
          timings.firstByte = since();
          const isStream = /^text\/event-stream/i.test(message.headers['content-type'] ?? '');
          if (isStream) stream = {events: 0, hasAnswer: false};
          else idle = setTimeout(() => hit('idle-time'), LIMITS.idleMs);
          plan.onHead?.(facts(null));
          const decoded = decodedBody(message);
          if (decoded === null) return hit('encoding-layers');
          read(decoded, isStream);
        });
        request.end(plan.body ?? undefined);
      })
      .catch((error: unknown) => settle(error));
  });

const isEarlyEnd = (error: Error): boolean => {
  const code = Reflect.get(error, 'code');
  return code === 'ECONNRESET' || code === 'Z_BUF_ERROR';
};

/** The body with its one encoding taken off; null when there are several. */
const decodedBody = (message: http.IncomingMessage): Readable | null => {
  const encodings = (message.headers['content-encoding'] ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '' && word !== 'identity');
  if (encodings.length > 1) return null;
  const decoder =
    encodings[0] === 'gzip' || encodings[0] === 'x-gzip'
      ? zlib.createGunzip()
      : encodings[0] === 'br'
        ? zlib.createBrotliDecompress()
        : encodings[0] === 'deflate'
          ? zlib.createInflate()
          : null;
  if (decoder === null) return message;
  message.on('error', (error) => decoder.destroy(error));
  return message.pipe(decoder);
};

const plainHeaders = (raw: readonly string[]): Readonly<Record<string, string>> => {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
};

/** The JSON of an event's data; undefined where it is none. */
export const eventJson = (event: StreamEvent): Json | undefined => parseJson(event.data);
