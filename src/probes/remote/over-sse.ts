import type {Exchange} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Notebook} from '../stdio/notebook.ts';
import {type Conversation, MAX_EXCHANGES, type Params} from './conversation.ts';
import {type Answer, ask} from './exchange.ts';
import {eventJson} from './hop.ts';
import {type Line, remaining} from './line.ts';
import {negotiated} from './over-http.ts';
import {replyOf} from './reply.ts';
import {resolvedUrl} from './resolved-url.ts';

/** The stream of a legacy HTTP+SSE server (revision 2024-11-05), as far as it opened. */
interface OpenedStream {
  /** The GET: its head where the stream is open, all of it where it ended without an endpoint. */
  readonly opening: Answer;
  /** Null where no `endpoint` event came, or where it named another origin. */
  readonly conversation: Conversation | null;
  readonly why: string | null;
}

const NOTIFY_MS = 2500;

/** Opens the event stream and waits for the `endpoint` event that every such server sends first. */
export const overSse = (
  line: Line,
  url: URL,
  configured: Readonly<Record<string, string>>,
  notebook: Notebook,
  waitMs: number,
  purpose = 'sse',
): Promise<OpenedStream> =>
  new Promise((resolve) => {
    const exchanges: Exchange[] = [];
    const closing = new AbortController();
    const waiting = new Map<number, (messages: readonly Json[]) => void>();
    const common = {'User-Agent': `mcp-fix/${line.host.version}`};
    let endpoint: URL | null = null;
    let opening: Answer | null = null;
    let why: string | null = null;
    let nextId = 0;
    let version: string | null = null;
    let isOpen = true;
    const since = (): number => line.host.now() - line.startedAt;
    const giveUp = (reason: string): void => {
      why = reason;
      closing.abort(new Error(reason));
    };
    const timer = setTimeout(() => giveUp(`no endpoint event within ${waitMs} ms`), waitMs);

    const send = async (message: Params, name: string, maxMs: number): Promise<Answer> => {
      notebook.frame('out', JSON.stringify(message), since());
      const spoken = version === null ? {} : {'MCP-Protocol-Version': version};
      const answer = await ask(line, {
        purpose: name,
        method: 'POST',
        url: endpoint ?? url,
        own: {'Content-Type': 'application/json', ...common, ...spoken},
        secret: configured,
        body: JSON.stringify(message),
        maxMs,
      });
      if (exchanges.length < MAX_EXCHANGES) exchanges.push(answer.exchange);
      return answer;
    };

    const hear = (message: Json): void => {
      notebook.frame('in', JSON.stringify(message), since());
      if (!isRecord(message)) return;
      const {id, method} = message;
      if (typeof method === 'string') {
        if (id === undefined) return;
        const body = method === 'ping' ? {result: {}} : {error: {code: -32601, message: 'Method not found'}};
        // Nobody waits for what the server says to our reply.
        void send({jsonrpc: '2.0', id, ...body}, 'reply', NOTIFY_MS);
        return;
      }
      for (const settle of waiting.values()) settle([message]);
    };

    const conversation: Conversation = {
      transport: 'sse',
      ask: async (method, params, until, name) => {
        const start = line.host.now();
        nextId += 1;
        const id = nextId;
        let late: NodeJS.Timeout | undefined;
        const heard = new Promise<readonly Json[]>((settle) => {
          waiting.set(id, settle);
          late = setTimeout(() => settle([]), Math.max(0, until - start));
        });
        const posted = await send({jsonrpc: '2.0', id, method, params}, name ?? method, until - start);
        const isAccepted = posted.status !== null && posted.status < 300;
        const messages = isAccepted && isOpen ? await heard : [];
        clearTimeout(late);
        waiting.delete(id);
        const ms = line.host.now() - start;
        const reply = replyOf(posted, messages.length > 0 ? messages : posted.messages, id, ms);
        if (method === 'initialize') version = negotiated(reply.answer) ?? version;
        if (messages.length > 0 || !isAccepted || reply.answer.kind !== 'unreadable') return reply;
        return {...reply, answer: {kind: isOpen ? 'silence' : 'closed', ms}};
      },
      tell: (method) => send({jsonrpc: '2.0', method}, method, NOTIFY_MS),
      hasSession: () => false,
      end: async () => closing.abort(new Error('the conversation is over')),
      exchanges: () => exchanges,
    };

    const stream = ask(line, {
      purpose,
      method: 'GET',
      url,
      own: {Accept: 'text/event-stream', ...common},
      secret: configured,
      maxMs: remaining(line),
      signal: closing.signal,
      onHead: (head) => {
        opening = head;
      },
      onEvent: (event) => {
        if (event.type !== 'endpoint') {
          const value = event.type === 'message' ? eventJson(event) : undefined;
          if (value !== undefined) hear(value);
          return undefined;
        }
        if (endpoint !== null) return undefined;
        clearTimeout(timer);
        const named = resolvedUrl(event.data, url);
        // Both SDKs refuse an endpoint at another origin, and the configured headers belong to this one.
        if (named === null || named.origin !== url.origin) {
          giveUp('the endpoint event names another origin');
          return 'done';
        }
        endpoint = named;
        if (opening !== null) resolve({opening, conversation, why: null});
        return undefined;
      },
    });
    void stream.then((whole) => {
      clearTimeout(timer);
      isOpen = false;
      for (const settle of waiting.values()) settle([]);
      resolve({opening: whole, conversation: null, why});
    });
  });
