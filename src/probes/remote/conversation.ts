import type {Exchange} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Answer as RpcAnswer} from '../stdio/session.ts';
import type {Answer} from './exchange.ts';

export type Params = {readonly [key: string]: Json};

/** Parameters of a request are always an object in MCP. */
export const asParams = (value: Json): Params => (isRecord(value) ? value : {});

/** What became of one JSON-RPC request over HTTP: the answer in the protocol's terms, and how HTTP carried it. */
export interface Reply {
  readonly answer: RpcAnswer;
  /** What is odd in how the answer is written: 'no-jsonrpc', 'id-type', 'wrong-id' … */
  readonly oddities: readonly string[];
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly exchange: Exchange;
}

/** A server that is being talked to, over whichever transport. */
export interface Conversation {
  readonly transport: 'http' | 'sse';
  /** Asks and waits until `until`, in milliseconds since 1970. Parameters with the modern `_meta` make a modern request. */
  readonly ask: (method: string, params: Params, until: number, purpose?: string) => Promise<Reply>;
  readonly tell: (method: string) => Promise<Answer>;
  readonly hasSession: () => boolean;
  /** Ends the session politely. */
  readonly end: () => Promise<void>;
  readonly exchanges: () => readonly Exchange[];
}

/** Exchanges that are kept of one conversation: the first ones tell most. */
export const MAX_EXCHANGES = 24;
