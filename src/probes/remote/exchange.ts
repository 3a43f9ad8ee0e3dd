import type {ErrorLink, Exchange} from '../../model/evidence.ts';
import {variable} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printable, printableLine} from '../../model/printable.ts';
import {binaryWords, bodyKind, isCutJson, parseJson, titleOf} from './body-kind.ts';
import type {StreamEvent} from './event-reader.ts';
import {headerOf, invalidHeader, mergedHeaders, normalizedValue, shownHeaders} from './header-text.ts';
import {eventJson, type Hop, LIMITS, makeHop} from './hop.ts';
import {type Line, remaining} from './line.ts';
import {resolvedUrl} from './resolved-url.ts';

const MAX_REDIRECTS = 5;
const MAX_SHOWN_BODY = 8000;

/** One question to a URL. */
export interface Ask {
  readonly purpose: string;
  readonly method: 'GET' | 'POST' | 'DELETE' | 'HEAD';
  readonly url: URL;
  /** Headers that the protocol asks for. */
  readonly own: Readonly<Record<string, string>>;
  /** Headers that belong to the origin of `url` and to no other: configured ones, the session. */
  readonly secret: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxMs?: number;
  /** Further reason to end it. */
  readonly signal?: AbortSignal;
  /** Which addresses may be called, for a URL that a server named. */
  readonly isAllowed?: (address: string) => boolean;
  readonly onEvent?: (event: StreamEvent) => 'done' | undefined;
  readonly onHead?: (head: Answer) => void;
}

/** What came back: the shown exchange, and the raw parts that a conversation needs. Raw parts are never shown. */
export interface Answer {
  readonly exchange: Exchange;
  readonly url: URL;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Every JSON value of the body: one, the items of a batch, or one for each event. */
  readonly messages: readonly Json[];
  /** The types of events that held a response and were no 'message': clients with an SDK pass such events by. */
  readonly oddEvents: readonly string[];
}

/**
 * Asks, and follows redirects by our own rules: at most five, only to the same origin, never with a changed method. No
 * configured header, session, query or body ever goes to another origin. Never throws.
 */
export const ask = async (line: Line, question: Ask): Promise<Answer> => {
  const startedAt = line.host.now();
  const redirects: Exchange['redirects'][number][] = [];
  const messages: Json[] = [];
  const oddEvents: string[] = [];
  let url = question.url;
  const headers = normalized(mergedHeaders(question.secret, question.own));
  const bad = invalidHeader(headers);
  if (bad !== null) return refused(line, question, startedAt, headers, bad);
  const answerOf = (hop: Hop): Answer => ({
    exchange: shown(line, question, url, headers, startedAt, hop, redirects),
    url,
    status: hop.status,
    headers: hop.headers,
    text: hop.text,
    messages,
    oddEvents,
  });
  for (;;) {
    const maxMs = Math.max(50, Math.min(question.maxMs ?? LIMITS.totalMs, LIMITS.totalMs, remaining(line)));
    const hop = await makeHop({
      method: question.method,
      url,
      headers: question.body === undefined ? headers : {...headers, 'Content-Length': byteLength(question.body)},
      body: question.body ?? null,
      proxy: line.proxyFor(url),
      isAllowed: question.isAllowed,
      rejectUnauthorized: variable(line.host, 'NODE_TLS_REJECT_UNAUTHORIZED') !== '0',
      maxMs,
      signal: question.signal === undefined ? line.signal : AbortSignal.any([line.signal, question.signal]),
      redactor: line.redactor,
      now: line.host.now,
      onHead: (head) => question.onHead?.(answerOf(head)),
      onEvent: (event) => {
        const value = eventJson(event);
        if (value !== undefined) messages.push(value);
        if (event.type !== 'message' && isRecord(value) && ('result' in value || 'error' in value))
          oddEvents.push(event.type);
        return question.onEvent?.(event);
      },
    });
    const next = redirectOf(hop, url, question.method, redirects.length);
    if (next !== null) redirects.push(shownRedirect(line, next));
    if (next === null || !next.followed || next.to === null) {
      if (hop.stream === null) messages.push(...bodyMessages(hop.text));
      return answerOf(next?.why === TOO_MANY ? {...hop, bound: 'redirects'} : hop);
    }
    url = next.to;
  }
};

const byteLength = (text: string): string => String(Buffer.byteLength(text));

const normalized = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, normalizedValue(value)]));

const bodyMessages = (text: string): readonly Json[] => {
  const value = parseJson(text);
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

const TOO_MANY = `more than ${MAX_REDIRECTS} redirects`;

interface Redirect {
  readonly status: number;
  readonly from: URL;
  readonly to: URL | null;
  readonly written: string;
  readonly followed: boolean;
  readonly why: string | null;
}

const redirectOf = (hop: Hop, from: URL, method: string, before: number): Redirect | null => {
  const location = headerOf(hop.headers, 'location');
  if (hop.status === null || ![301, 302, 303, 307, 308].includes(hop.status) || location === null) return null;
  const to = resolvedUrl(location, from);
  const why = whyNot(hop.status, from, to, method, before);
  return {status: hop.status, from, to, written: location, followed: why === null, why};
};

const whyNot = (status: number, from: URL, to: URL | null, method: string, before: number): string | null => {
  if (to === null) return 'its Location is no URL';
  if (!/^https?:/.test(to.protocol)) return `it leads to ${to.protocol}`;
  if (from.protocol === 'https:' && to.protocol === 'http:') return 'it leads from https to http';
  if (to.origin !== from.origin) return 'it leads to another origin';
  if (method === 'POST' && status < 307) return `a ${status} turns the POST into a GET and drops its body`;
  return before >= MAX_REDIRECTS ? TOO_MANY : null;
};

const shownUrl = (line: Line, url: string): string => printableLine(line.redactor.text(url));

const shownRedirect = (line: Line, redirect: Redirect): Exchange['redirects'][number] => ({
  status: redirect.status,
  from: shownUrl(line, redirect.from.href),
  to: shownUrl(line, redirect.to?.href ?? redirect.written),
  isSameOrigin: redirect.to?.origin === redirect.from.origin,
  followed: redirect.followed,
  why: redirect.why,
});

const shown = (
  line: Line,
  question: Ask,
  url: URL,
  headers: Readonly<Record<string, string>>,
  startedAt: number,
  hop: Hop,
  redirects: Exchange['redirects'],
): Exchange => {
  const contentType = headerOf(hop.headers, 'content-type');
  const kind = hop.stream === null ? bodyKind(hop.text, contentType, hop.isBinary) : 'sse';
  return {
    purpose: question.purpose,
    startedAt: new Date(startedAt).toISOString(),
    request: {method: question.method, url: shownUrl(line, url.href), headers: shownHeaders(headers, line.redactor)},
    response:
      hop.status === null
        ? null
        : {
            status: hop.status,
            statusText: printableLine(line.redactor.text(hop.statusText)),
            headers: shownHeaders(hop.headers, line.redactor),
            contentType: contentType === null ? null : printableLine(line.redactor.text(contentType)),
            body: {
              kind,
              text:
                kind === 'binary'
                  ? binaryWords(hop.text)
                  : printable(line.redactor.text(hop.text)).slice(0, MAX_SHOWN_BODY),
              bytes: hop.bytes,
              title: kind === 'html' ? shownTitle(line, hop.text) : null,
              isTruncated: hop.isTruncated || (kind === 'broken-json' && isCutJson(hop.text)),
            },
            stream: hop.stream,
          },
    error: hop.error,
    bound: hop.bound,
    redirects,
    timings: hop.timings,
  };
};

const shownTitle = (line: Line, text: string): string | null => {
  const title = titleOf(text);
  return title === null ? null : printableLine(line.redactor.text(title));
};

/** A question that HTTP does not allow: evidence, without the value (an error of the platform would quote it). */
const refused = (
  line: Line,
  question: Ask,
  startedAt: number,
  headers: Readonly<Record<string, string>>,
  bad: {readonly name: string; readonly why: string},
): Answer => {
  const name = printableLine(line.redactor.text(bad.name));
  const error: ErrorLink = {
    name: 'TypeError',
    code: 'ERR_INVALID_HEADER',
    message: `the header "${name}" cannot be sent: ${bad.why}`,
    syscall: null,
    address: null,
    port: null,
  };
  const hop: Hop = {
    status: null,
    statusText: '',
    headers: {},
    text: '',
    bytes: 0,
    isBinary: false,
    isTruncated: false,
    stream: null,
    bound: null,
    error: [error],
    timings: {dns: null, tcp: null, tls: null, firstByte: null, total: 0},
  };
  const exchange = shown(line, question, question.url, headers, startedAt, hop, []);
  return {exchange, url: question.url, status: null, headers: {}, text: '', messages: [], oddEvents: []};
};
