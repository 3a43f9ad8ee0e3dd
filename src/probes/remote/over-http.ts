import type {Exchange} from '../../model/evidence.ts';
import {isRecord, type Json, valueAt} from '../../model/json.ts';
import type {Notebook} from '../stdio/notebook.ts';
import {type Conversation, MAX_EXCHANGES, type Params} from './conversation.ts';
import {type Answer, type Ask, ask} from './exchange.ts';
import {headerOf} from './header-text.ts';
import {eventJson} from './hop.ts';
import type {Line} from './line.ts';
import {replyOf} from './reply.ts';

/** What every MCP client says it can read (Streamable HTTP: both types are a MUST). */
const ACCEPT_BOTH = 'application/json, text/event-stream';
const NOTIFY_MS = 2500;
const METHOD_NOT_FOUND = -32601;

/** A conversation by Streamable HTTP: each request a POST, answered as JSON or as an event stream. */
export const overHttp = (
  line: Line,
  url: URL,
  configured: Readonly<Record<string, string>>,
  notebook: Notebook,
  extra: Readonly<Record<string, string>> = {},
): Conversation => {
  const exchanges: Exchange[] = [];
  let nextId = 0;
  let session: string | null = null;
  let version: string | null = null;
  const since = (): number => line.host.now() - line.startedAt;

  const post = async (message: Params, how: Partial<Ask> & {purpose: string}): Promise<Answer> => {
    const modern = modernVersion(message);
    const method = typeof message['method'] === 'string' ? message['method'] : null;
    const spoken = modern ?? version;
    notebook.frame('out', JSON.stringify(message), since());
    const answer = await ask(line, {
      method: 'POST',
      url,
      own: {
        'Content-Type': 'application/json',
        Accept: ACCEPT_BOTH,
        'Accept-Encoding': 'gzip, deflate, br',
        'User-Agent': `mcp-fix/${line.host.version}`,
        ...extra,
        ...(spoken === null ? {} : {'MCP-Protocol-Version': spoken}),
        ...(modern === null || method === null ? {} : {'Mcp-Method': method}),
      },
      secret: {...configured, ...(session === null || modern !== null ? {} : {'Mcp-Session-Id': session})},
      body: JSON.stringify(message),
      ...how,
    });
    for (const each of answer.messages) notebook.frame('in', JSON.stringify(each), since());
    if (exchanges.length < MAX_EXCHANGES) exchanges.push(answer.exchange);
    return answer;
  };

  /** A server may ask its client while a stream is open; one without capabilities answers ping and declines the rest. */
  const serve = (message: Json): void => {
    if (!isRecord(message) || typeof message['method'] !== 'string' || message['id'] === undefined) return;
    const body =
      message['method'] === 'ping' ? {result: {}} : {error: {code: METHOD_NOT_FOUND, message: 'Method not found'}};
    // What the server says to it tells nothing; a fault shows in the stream that waits.
    void post({jsonrpc: '2.0', id: message['id'], ...body}, {purpose: 'reply', maxMs: NOTIFY_MS});
  };

  return {
    transport: 'http',
    ask: async (method, params, until, purpose) => {
      const start = line.host.now();
      nextId += 1;
      const id = nextId;
      const answer = await post(
        {jsonrpc: '2.0', id, method, params},
        {
          purpose: purpose ?? method,
          maxMs: until - start,
          onEvent: (event) => {
            const value = eventJson(event);
            if (isRecord(value) && typeof value['method'] !== 'string' && ('result' in value || 'error' in value)) {
              return 'done';
            }
            if (value !== undefined) serve(value);
            return undefined;
          },
        },
      );
      session = headerOf(answer.headers, 'mcp-session-id') ?? session;
      const reply = replyOf(answer, answer.messages, id, line.host.now() - start);
      if (method === 'initialize') version = negotiated(reply.answer) ?? version;
      return reply;
    },
    tell: (method) => post({jsonrpc: '2.0', method}, {purpose: method, maxMs: NOTIFY_MS}),
    hasSession: () => session !== null,
    end: async () => {
      if (session === null || line.signal.aborted) return;
      const secret = {...configured, 'Mcp-Session-Id': session};
      const own = version === null ? {} : {'MCP-Protocol-Version': version};
      await ask(line, {purpose: 'end', method: 'DELETE', url, own, secret, maxMs: 1000});
    },
    exchanges: () => exchanges,
  };
};

/** The version in a request's own metadata: only modern requests carry one. */
const modernVersion = (message: Params): string | null => {
  const version = valueAt(message, ['params', '_meta', 'io.modelcontextprotocol/protocolVersion']);
  return typeof version === 'string' ? version : null;
};

/** The version that `initialize` agreed on; later requests name it in a header. */
export const negotiated = (answer: {readonly kind: string; readonly result?: Json}): string | null => {
  const version = answer.kind === 'result' && isRecord(answer.result) ? answer.result['protocolVersion'] : null;
  return typeof version === 'string' ? version : null;
};
