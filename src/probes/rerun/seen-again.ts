import {type Evidence, type Exchange, type Frame, seen} from '../../model/evidence.ts';

/**
 * What a reproduction showed, in a form that can be compared. `kind` and `detail` are words of ours; `text` is the answer
 * or the message, redacted and printable.
 */
export interface SeenAgain {
  readonly kind:
    | 'not-started'
    | 'ended'
    | 'noise'
    | 'silence'
    | 'unreadable'
    | 'error'
    | 'answered'
    | 'no-connection'
    | 'status';
  readonly detail: string;
  readonly text: string;
}

/** Compared from the beginning; what follows may hold a time or a counter. */
const COMPARED = 400;

/** The reproduction shows the same as the check did. */
export const isSameSeen = (was: SeenAgain, is: SeenAgain): boolean => {
  if (was.kind !== is.kind) return false;
  if (was.kind === 'no-connection') return was.detail.split(' ').some((code) => is.detail.split(' ').includes(code));
  if (was.detail !== is.detail) return false;
  return was.kind !== 'answered' || steady(was.text) === steady(is.text);
};

/** A person's words for it. */
export const wordsOfSeen = ({kind, detail}: SeenAgain): string => {
  switch (kind) {
    case 'not-started':
      return `the system does not start it (${detail})`;
    case 'ended':
      return `it ends by itself (${detail}) before it answers`;
    case 'noise':
      return 'it writes something on its standard output that is no message';
    case 'silence':
      return 'no answer comes';
    case 'unreadable':
      return 'an answer comes that clients cannot read';
    case 'error':
      return `it answers with the error ${detail}`;
    case 'answered':
      return 'it answers';
    case 'no-connection':
      return `no connection (${detail})`;
    case 'status':
      return `the answer is HTTP ${detail}`;
  }
};

/** What the check saw at the place that the reproduction leads to; null where it did not come there. */
export const seenBefore = (evidence: Evidence, method: string): SeenAgain | null =>
  seen(evidence, 'network') !== undefined ? requestBefore(evidence, method) : commandBefore(evidence, method);

const commandBefore = (evidence: Evidence, method: string): SeenAgain | null => {
  const command = seen(evidence, 'command');
  const launch = seen(evidence, 'launch');
  if (command !== undefined && command.resolved === null) return {kind: 'not-started', detail: 'ENOENT', text: ''};
  if (launch === undefined) return null;
  if (launch.spawnError !== null)
    return {kind: 'not-started', detail: launch.spawnError.code, text: launch.spawnError.message};
  const {exit} = launch;
  if (exit !== null && launch.endedDuring !== 'idle') return endedWith(exit);
  if (launch.noiseCount > 0) return {kind: 'noise', detail: '', text: launch.noise[0]?.text ?? ''};
  return answerBefore(evidence, method);
};

export const endedWith = (exit: {readonly code: number | null; readonly signal: string | null}): SeenAgain => ({
  kind: 'ended',
  detail: exit.signal === null ? `exit code ${exit.code ?? 0}` : `signal ${exit.signal}`,
  text: '',
});

/** The last answer of the conversation, by pipes or by HTTP. */
const answerBefore = (evidence: Evidence, method: string): SeenAgain => {
  const handshake = seen(evidence, 'handshake');
  const tools = seen(evidence, 'tools');
  const text = answerTo(handshake?.frames ?? [], method);
  if (tools !== undefined && method.endsWith('/list')) {
    if (tools.error !== null && !tools.isUnusable)
      return {kind: 'error', detail: String(tools.error.code), text: tools.error.message};
    if (tools.timedOut) return {kind: 'silence', detail: '', text: ''};
    if (tools.closed) return {kind: 'ended', detail: '', text: ''};
    return answerIn(text);
  }
  const outcome = handshake?.asked[0]?.outcome;
  if (handshake?.error != null)
    return {kind: 'error', detail: String(handshake.error.code), text: handshake.error.message};
  if (outcome === 'silence') return {kind: 'silence', detail: '', text: ''};
  if (outcome === 'unreadable') return {kind: 'unreadable', detail: '', text};
  return {kind: 'answered', detail: '', text};
};

/** The answer to the first request of that method; the last word of the server where there was none. */
const answerTo = (frames: readonly Frame[], method: string): string => {
  const asked = frames.find(({direction, text}) => direction === 'out' && text.includes(`"method":"${method}"`));
  const id = /"id":(\d+)/.exec(asked?.text ?? '')?.[1];
  const heard = frames.filter(({direction}) => direction === 'in');
  const answer = heard.find(({text}) => id !== undefined && new RegExp(`"id"\\s*:\\s*${id}\\b`).test(text));
  return (answer ?? heard.at(-1))?.text ?? '';
};

const requestBefore = (evidence: Evidence, method: string): SeenAgain => {
  const network = seen(evidence, 'network');
  const http = seen(evidence, 'http');
  if (http === undefined) {
    const codes = [
      network?.dns?.error?.code,
      ...(network?.tcp.map(({error}) => error?.code) ?? []),
      network?.tls?.error?.code,
      ...(network?.proxy?.error?.map(({code}) => code) ?? []),
    ].filter((code) => code != null);
    const detail = network?.isUrlValid === false ? 'invalid URL' : codes.join(' ');
    return {kind: 'no-connection', detail, text: network?.urlProblem ?? ''};
  }
  const asked = method === 'initialize' ? undefined : http.exchanges.findLast(({purpose}) => purpose === method);
  return seenInExchange(asked ?? http.main);
};

/** What one exchange shows. */
export const seenInExchange = (exchange: Exchange): SeenAgain => {
  const {response, error, bound} = exchange;
  if (response === null) {
    const codes = error.flatMap(({code}) => code ?? []).join(' ');
    return bound === null || codes !== ''
      ? {kind: 'no-connection', detail: codes, text: error[0]?.message ?? ''}
      : {kind: 'silence', detail: '', text: ''};
  }
  const {status, body, stream} = response;
  if (status < 200 || status >= 300) return {kind: 'status', detail: String(status), text: body.text};
  if (stream !== null && !stream.hasAnswer && (bound !== null || stream.events === 0))
    return {kind: 'silence', detail: '', text: ''};
  if (body.kind !== 'json-rpc' && body.kind !== 'sse') return {kind: 'unreadable', detail: body.kind, text: body.text};
  return answerIn(body.text);
};

/** A result or an error, from the text of the answer, which may have been cut. */
const answerIn = (text: string): SeenAgain => {
  const code = /"error"\s*:\s*\{[^{}]*?"code"\s*:\s*(-?\d+)/.exec(text)?.[1];
  return code === undefined ? {kind: 'answered', detail: '', text} : {kind: 'error', detail: code, text};
};

/** Without what changes from one answer to the next: long numbers, ids, times. */
const steady = (text: string): string =>
  text
    .slice(0, COMPARED)
    .replaceAll(/"id"\s*:\s*\d+/g, '"id":#')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g, '#')
    .replaceAll(/\b[\da-f]{8}(?:-[\da-f]{4,12}){4}\b|\d{6,}/gi, '#')
    .replaceAll(/\s+/g, '');
