import {isRecord, type Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {readAnswer} from '../stdio/read-answer.ts';
import type {Answer as RpcAnswer} from '../stdio/session.ts';
import type {Reply} from './conversation.ts';
import type {Answer} from './exchange.ts';

/** A whole reply out of an exchange and the messages that came, in it or on a stream of their own. */
export const replyOf = (answer: Answer, messages: readonly Json[], id: number, ms: number): Reply => {
  const read = answerAmong(messages, id, ms);
  const [odd] = answer.oddEvents;
  const isPassedBy = read !== null && odd !== undefined;
  return {
    answer: isPassedBy ? {kind: 'unreadable', ms} : (read?.answer ?? {kind: silentKind(answer), ms}),
    oddities: isPassedBy
      ? [`an event "${printableLine(odd).slice(0, 60)}" in place of "message"`]
      : (read?.oddities ?? []),
    status: answer.status,
    headers: answer.headers,
    exchange: answer.exchange,
  };
};

const answerAmong = (
  messages: readonly Json[],
  id: number,
  ms: number,
): {readonly answer: RpcAnswer; readonly oddities: readonly string[]} | null => {
  for (const message of messages) {
    if (!isRecord(message) || typeof message['method'] === 'string') continue;
    if (!('result' in message) && !isRpcError(message)) continue;
    const {answer, isTaken, oddities} = readAnswer(message, id);
    // An id that is not ours cannot belong to another request: this one is the only one on its way.
    if (answer === null || !isTaken) return {answer: {kind: 'unreadable', ms}, oddities};
    if (answer.kind === 'result') return {answer: {...answer, ms}, oddities};
    return {answer: {...answer, data: withVersions(answer.data, answer.error.message), ms}, oddities};
  }
  return null;
};

const isRpcError = (message: {readonly [key: string]: Json}): boolean =>
  isRecord(message['error']) && ('jsonrpc' in message || typeof message['error']['code'] === 'number');

/** Servers that refuse a version often name theirs in the message only: "(supported versions: 2025-06-18, …)". */
const withVersions = (data: Json, message: string): Json => {
  if (data !== null || !/version/i.test(message)) return data;
  const versions = message.match(/\b20\d\d-\d\d-\d\d\b/g);
  return versions === null ? data : {supported: [...new Set(versions)]};
};

const silentKind = (answer: Answer): 'silence' | 'closed' | 'unreadable' => {
  const {bound, response, error} = answer.exchange;
  if (bound === 'total-time' || bound === 'idle-time' || bound === 'events') return 'silence';
  if (error.length > 0 || response === null) return 'closed';
  return response.stream !== null && response.status < 300 ? 'closed' : 'unreadable';
};
