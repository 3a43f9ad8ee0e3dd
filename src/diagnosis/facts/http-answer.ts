import {type Evidence, type Exchange, type HttpEvidence, seen} from '../../model/evidence.ts';
import type {EvidenceLine} from '../../model/finding.ts';
import {isRecord} from '../../model/json.ts';

export type Answer = NonNullable<Exchange['response']>;

/** A header of an answer; names match in any case. */
export const headerOf = (answer: Answer | null, name: string): string | null => {
  const lower = name.toLowerCase();
  return Object.entries(answer?.headers ?? {}).find(([key]) => key.toLowerCase() === lower)?.[1] ?? null;
};

const REQUEST_IDS = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'x-correlation-id',
  'cf-ray',
  'x-github-request-id',
  'x-trace-id',
];

/** The number under which the operator finds this request in their log: header name and value. */
export const requestIdOf = (answer: Answer | null): {readonly name: string; readonly value: string} | null => {
  for (const name of REQUEST_IDS) {
    const value = headerOf(answer, name);
    if (value !== null && value !== '') return {name, value};
  }
  return null;
};

const WORDS = ['error_description', 'message', 'detail', 'title', 'reason', 'error'];

/** The server's own words about what went wrong: a member of its JSON, the title of its page, or the first line. */
export const messageOf = (answer: Answer | null): string | null => {
  if (answer === null) return null;
  if (answer.body.title !== null) return answer.body.title;
  const parsed = parse(answer.body.text);
  if (parsed !== undefined) return wordsIn(parsed, 0);
  if (answer.body.kind === 'html') return null;
  const line = answer.body.text.split('\n').find((one) => one.trim() !== '');
  return line === undefined ? null : short(line.trim(), 300);
};

/** The body as JSON; undefined where it is none. */
const jsonOf = (answer: Answer | null): unknown => (answer === null ? undefined : parse(answer.body.text));

/** A word such as 'insufficient_quota' or 'invalid_token' that a provider puts in the code or type of an error. */
export const errorCodeOf = (answer: Answer | null): string | null => {
  const parsed = jsonOf(answer);
  if (!isRecord(parsed)) return null;
  const error = parsed['error'];
  const places = isRecord(error)
    ? [error['code'], error['type'], error['status']]
    : [error, parsed['code'], parsed['type']];
  return places.find((one): one is string => typeof one === 'string') ?? null;
};

/** 'POST https://host/mcp → HTTP 404 Not Found', with the status as the deciding words. */
export const statusLine = (http: Pick<HttpEvidence, 'main'>): EvidenceLine => {
  const {request, response} = http.main;
  const status =
    response === null
      ? 'no answer'
      : `HTTP ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}`;
  return {label: 'answer', text: `${request.method} ${request.url} → ${status}`, deciding: status};
};

/** The start of the body, word for word. */
export const bodyLine = (answer: Answer | null, deciding?: string | null): readonly EvidenceLine[] => {
  const text = answer === null ? '' : short(answer.body.text.trim(), 400);
  if (text === '') return [];
  return [
    {
      label: 'body',
      text,
      ...(deciding !== null && deciding !== undefined && text.includes(deciding) ? {deciding} : {}),
    },
  ];
};

/** One header of the answer as a line of evidence; none where it is not there. */
export const headerLine = (answer: Answer | null, name: string): readonly EvidenceLine[] => {
  const value = headerOf(answer, name);
  return value === null ? [] : [{label: 'header', text: `${name}: ${value}`, deciding: value}];
};

/** Client and server said hello: whatever looked odd on the way did not stop them. */
export const isWorking = (all: Evidence): boolean => {
  const handshake = seen(all, 'handshake');
  return handshake !== undefined && handshake.version !== null;
};

/** The server answered with a JSON-RPC error: then the handshake's rules speak. */
export const isHandshakeError = (all: Evidence): boolean => {
  const handshake = seen(all, 'handshake');
  return handshake !== undefined && handshake.error !== null;
};

export const short = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;

/** ': "its words"' for the end of a sentence; '' where there are none. */
export const quoted = (words: string | null): string =>
  words === null || words === '' ? '' : `: "${short(words, 240)}"`;

const parse = (text: string): unknown => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return undefined;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
};

const wordsIn = (value: unknown, depth: number): string | null => {
  if (typeof value === 'string') return value === '' ? null : short(value, 300);
  if (Array.isArray(value)) return depth > 3 ? null : wordsIn(value[0], depth + 1);
  if (!isRecord(value) || depth > 3) return null;
  for (const name of WORDS) {
    const words = wordsIn(value[name], depth + 1);
    if (words !== null) return words;
  }
  return wordsIn(value['errors'], depth + 1);
};

/** Our own limit of time ended the waiting, and not the other side. */
export const isOutOfTime = (http: HttpEvidence): boolean =>
  http.main.bound === 'total-time' || http.main.bound === 'idle-time';

/** An answer says that the protocol version is the reason. */
export const refusesVersion = (text: string): boolean =>
  /(?:unsupported|invalid|unknown|not supported|incompatible)[^"{]{0,40}protocol[- ]?version|protocol[- ]?version[^"{]{0,60}(?:not supported|unsupported|invalid|mismatch|unknown)/i.test(
    text,
  );
