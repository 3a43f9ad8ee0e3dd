import type {Exchange} from '../../model/evidence.ts';
import {initializeParams, LEGACY} from '../stdio/eras.ts';
import type {Notebook} from '../stdio/notebook.ts';
import {asParams, type Conversation, type Reply} from './conversation.ts';
import {type Line, remaining} from './line.ts';
import {overHttp} from './over-http.ts';
import {overSse} from './over-sse.ts';

/** The first words to a server by one transport, and what became of them. */
export interface Contact {
  readonly transport: 'http' | 'sse';
  readonly exchange: Exchange;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** There is somebody to talk to; for 'sse' only where the stream named its endpoint. */
  readonly conversation: Conversation | null;
  /** The reply to `initialize`; null for a stream that has not been written to. */
  readonly reply: Reply | null;
  readonly isMcp: boolean;
  /** What is odd about it, in words, where the exchange does not show it. */
  readonly why: string | null;
}

export interface Way {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxMs: number;
  readonly purpose?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** POSTs `initialize` as a client would. */
export const contactHttp = async (line: Line, notebook: Notebook, way: Way): Promise<Contact> => {
  const conversation = overHttp(line, way.url, way.headers, notebook, way.extra);
  const until = line.host.now() + Math.min(way.maxMs, remaining(line));
  const reply = await conversation.ask(
    'initialize',
    asParams(initializeParams(LEGACY, line.host.version)),
    until,
    way.purpose,
  );
  return {
    transport: 'http',
    exchange: reply.exchange,
    status: reply.status,
    headers: reply.headers,
    conversation,
    reply,
    isMcp: isMcpReply(reply),
    why: null,
  };
};

/** GETs the event stream of the older transport and waits for its endpoint. */
const contactSse = async (line: Line, notebook: Notebook, way: Way): Promise<Contact> => {
  const opened = await overSse(line, way.url, way.headers, notebook, Math.min(way.maxMs, remaining(line)), way.purpose);
  return {
    transport: 'sse',
    exchange: opened.opening.exchange,
    status: opened.opening.status,
    headers: opened.opening.headers,
    conversation: opened.conversation,
    reply: null,
    isMcp: opened.conversation !== null,
    why: opened.why,
  };
};

export const contactBy = (transport: 'http' | 'sse'): typeof contactHttp =>
  transport === 'http' ? contactHttp : contactSse;

/** Statuses whose JSON-RPC body, if any, is a wrapper around a refusal by HTTP: the status decides, not the body. */
const REFUSALS = [401, 402, 403, 407, 421, 429];

/** Somebody who knows JSON-RPC answered: with a result, an error, or with one that is written oddly. */
const isMcpReply = (reply: Reply): boolean => {
  if (reply.status === null || reply.status >= 500 || REFUSALS.includes(reply.status)) return false;
  const {kind} = reply.answer;
  if (kind === 'error') return true;
  if (kind === 'result') return reply.status < 300;
  return reply.oddities.length > 0 && reply.status < 300;
};

/** Ends what a trial has begun. */
export const endContact = async (contact: Contact): Promise<void> => {
  await contact.conversation?.end();
};
