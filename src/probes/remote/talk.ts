import {setTimeout as wait} from 'node:timers/promises';
import type {Exchange, HandshakeEvidence, RpcError, ToolsEvidence} from '../../model/evidence.ts';
import type {ServerEntry} from '../../model/server.ts';
import {listTools} from '../stdio/list-tools.ts';
import type {Notebook} from '../stdio/notebook.ts';
import {sayHello} from '../stdio/say-hello.ts';
import {asSession} from './as-session.ts';
import type {Contact} from './contact.ts';
import type {Reply} from './conversation.ts';
import type {Line} from './line.ts';
import {pauseBefore, retryAfterMs} from './retries.ts';

/** The handshake and the list of tools over HTTP, by the same code as over pipes. */
interface Talk {
  readonly handshake: HandshakeEvidence;
  /** Null where the handshake did not get so far. */
  readonly tools: ToolsEvidence | null;
  readonly exchanges: readonly Exchange[];
  readonly hasSession: boolean;
}

/** Leaves a little time for the good-bye. */
const RESERVE_MS = 200;

export const talk = async (
  line: Line,
  contact: Contact,
  options: {
    readonly entry: ServerEntry;
    readonly notebook: Notebook;
    readonly onHandshake: (evidence: HandshakeEvidence) => void;
  },
): Promise<Talk | null> => {
  const {conversation} = contact;
  if (conversation === null) return null;
  const {entry, notebook} = options;
  const {host} = line;
  const until = line.deadline - RESERVE_MS;
  const session = asSession(
    conversation,
    contact.reply,
    (reply, method) => passesBy(line, reply, method),
    () => line.signal.aborted,
  );
  const hello = await sayHello(session, {host, notebook, until, era: 'legacy'});
  const greeting = session.replies().at(-1)?.reply;
  const handshake: HandshakeEvidence = {
    ...hello.evidence,
    waitedMs: Math.max(hello.evidence.waitedMs, greeting?.answer.ms ?? 0),
    malformed: [...hello.evidence.malformed, ...(greeting === undefined ? [] : wireFaults(greeting))],
    frames: notebook.written().frames,
  };
  options.onHandshake(handshake);
  let tools: ToolsEvidence | null = null;
  if (hello.isDone) {
    const prefix = entry.rules.toolPrefix.replaceAll('{server}', entry.name);
    const {capabilities} = hello.evidence;
    const listed = await listTools(session, {host, notebook, until, capabilities, meta: hello.meta, prefix});
    const carried = carriage(line, session.replies());
    const error = listed.isUnusable && carried.httpStatus !== null ? wordsOf(session.replies()) : listed.error;
    tools = {...listed, ...carried, error};
  }
  const hasSession = conversation.hasSession();
  await conversation.end();
  return {handshake, tools, exchanges: conversation.exchanges(), hasSession};
};

type Replies = readonly {readonly method: string; readonly reply: Reply}[];

const listReply = (replies: Replies): Reply | undefined =>
  replies.findLast(({method}) => method === 'tools/list')?.reply;

const MOST_WORDS = 300;

/** A refusal by HTTP whose body is no JSON-RPC: the server's own words, and no code. */
const wordsOf = (replies: Replies): RpcError => {
  const response = listReply(replies)?.exchange.response ?? null;
  const {kind, text, title} = response?.body ?? {kind: 'empty', text: '', title: null};
  const words = (kind === 'html' ? (title ?? '') : text).replace(/\s+/g, ' ').trim();
  const message = words === '' ? (response?.statusText ?? '') : words;
  return {code: 0, message: message.slice(0, MOST_WORDS), data: null};
};

/** How HTTP carried the list: its status where that was not 200, and when to come again. */
const carriage = (line: Line, replies: Replies): Pick<ToolsEvidence, 'httpStatus' | 'retryAfterMs'> => {
  const last = listReply(replies);
  if (last === undefined || last.status === null) return {httpStatus: null, retryAfterMs: null};
  return {
    httpStatus: last.status >= 200 && last.status < 300 ? null : last.status,
    retryAfterMs: retryAfterMs(last.headers, line.host.now()),
  };
};

/** An answer that came and that clients do not take: what is odd about it. */
const wireFaults = (reply: Reply): HandshakeEvidence['malformed'] =>
  reply.answer.kind !== 'unreadable'
    ? []
    : reply.oddities.map((oddity) => ({
        field: WIRE_FIELDS[oddity] ?? (oddity.startsWith('an event') ? 'event' : 'message'),
        seen: oddity,
      }));

const WIRE_FIELDS: Readonly<Record<string, string>> = {'no-jsonrpc': 'jsonrpc', 'wrong-id': 'id', 'id-type': 'id'};

/** Waits and says yes when a later request met a gateway's passing fault; once for each request. */
const passesBy = async (line: Line, reply: Reply, method: string): Promise<boolean> => {
  if (method === 'initialize' || reply.status === null || reply.status < 429) return false;
  const pause = pauseBefore(line, {status: reply.status, headers: reply.headers, codes: []}, 0);
  if (pause === null) return false;
  await wait(pause, undefined, {signal: line.signal}).catch(() => undefined);
  return !line.signal.aborted;
};
