import type {FrameOddity, RpcError} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';

export type ReadAnswer =
  | {readonly kind: 'result'; readonly result: Json}
  | {readonly kind: 'error'; readonly error: RpcError; readonly data: Json};

export interface AnswerReading {
  readonly oddities: readonly FrameOddity['kind'][];
  /** Null where the message answers something else. */
  readonly answer: ReadAnswer | null;
  /** Clients take it in spite of its oddities. */
  readonly isTaken: boolean;
}

/**
 * What one response says to the request that waits under `pendingId` (null: nothing waits).
 * The SDK reads `id` with Number(), so "1" answers 1; it refuses an answer without `jsonrpc` or with both parts.
 */
export const readAnswer = (value: {readonly [key: string]: Json}, pendingId: number | null): AnswerReading => {
  const oddities: FrameOddity['kind'][] = [];
  const {id} = value;
  const isOurs = id === pendingId;
  const isNearly = !isOurs && typeof id === 'string' && id.trim() !== '' && Number(id) === pendingId;
  // JSON-RPC: an error about a request whose id could not be read bears the id null.
  const isNameless = (id === null || id === undefined) && isRecord(value['error']);
  if (value['jsonrpc'] !== '2.0') oddities.push('no-jsonrpc');
  if ('result' in value && 'error' in value) oddities.push('result-and-error');
  if (isNearly) oddities.push('id-type');
  if (!isOurs && !isNearly && pendingId !== null) oddities.push('wrong-id');
  if (pendingId === null || !(isOurs || isNearly || isNameless)) return {oddities, answer: null, isTaken: false};
  const isTaken = value['jsonrpc'] === '2.0' && !('result' in value && 'error' in value);
  return {oddities, answer: answerIn(value), isTaken};
};

const answerIn = (value: {readonly [key: string]: Json}): ReadAnswer => {
  const {error} = value;
  if (!isRecord(error)) return {kind: 'result', result: value['result'] ?? null};
  const {code, message, data} = error;
  return {
    kind: 'error',
    error: {
      code: typeof code === 'number' ? code : 0,
      message: typeof message === 'string' ? message : JSON.stringify(error),
      data: data === undefined ? null : JSON.stringify(data),
    },
    data: data ?? null,
  };
};
