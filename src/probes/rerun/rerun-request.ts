import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Redactor} from '../../model/redact.ts';
import type {RemoteLaunch, ServerEntry} from '../../model/server.ts';
import {withHelperHeaders} from '../headers-helper.ts';
import {ask} from '../remote/exchange.ts';
import {headerOf} from '../remote/header-text.ts';
import {eventJson} from '../remote/hop.ts';
import {lineOf} from '../remote/line-of.ts';
import {readTarget} from '../remote/target.ts';
import {type SeenAgain, seenInExchange} from './seen-again.ts';

/**
 * Sends by itself what the pasted `curl` lines send, with the real values, and sees what comes back: one request after
 * the other, each only when the one before was answered. Calls a server: only for an approved entry.
 */
export const rerunRequest = async (
  entry: ServerEntry,
  launch: RemoteLaunch,
  options: {
    readonly host: Host;
    readonly redactor: Redactor;
    /** None for the older transport: its stream is opened and its first event waited for. */
    readonly messages: readonly string[];
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
): Promise<SeenAgain> => {
  const {host, messages, timeoutMs} = options;
  const {url, problem} = readTarget(launch.url);
  if (url === null) return {kind: 'no-connection', detail: 'invalid URL', text: problem ?? ''};
  const {headers} = await withHelperHeaders(entry, launch, options);
  const line = lineOf(host, options);
  if (messages.length === 0) {
    const own = {Accept: 'text/event-stream', ...agent(host)};
    const common = {purpose: 'sse', method: 'GET' as const, url, own, secret: headers, maxMs: timeoutMs};
    const answer = await ask(line, {...common, onEvent: () => 'done'});
    return seenInExchange(answer.exchange);
  }
  let session: Readonly<Record<string, string>> = {};
  let spoken: Readonly<Record<string, string>> = {};
  let last: SeenAgain = {kind: 'silence', detail: '', text: ''};
  for (const message of messages) {
    const answer = await ask(line, {
      purpose: 'reproduction',
      method: 'POST',
      url,
      own: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...agent(host),
        ...spoken,
        ...modernHeaders(message),
      },
      secret: {...headers, ...session},
      body: message,
      maxMs: timeoutMs,
      onEvent: (event) => {
        const value = eventJson(event);
        return isRecord(value) && typeof value['method'] !== 'string' && value['id'] !== undefined ? 'done' : undefined;
      },
    });
    const id = headerOf(answer.headers, 'mcp-session-id');
    if (id !== null) session = {'Mcp-Session-Id': id};
    const version = paramsOf(message)['protocolVersion'];
    if (typeof version === 'string') spoken = {'MCP-Protocol-Version': version};
    if (parsed(message)['id'] === undefined) continue;
    last = seenInExchange(answer.exchange);
    if (last.kind !== 'answered') break;
  }
  return last;
};

const agent = (host: Host): Readonly<Record<string, string>> => ({'User-Agent': `mcp-fix/${host.version}`});

type Fields = {readonly [key: string]: Json};

const parsed = (message: string): Fields => {
  const value: unknown = JSON.parse(message);
  return isRecord(value) ? value : {};
};

const paramsOf = (message: string): Fields => {
  const {params} = parsed(message);
  return params !== undefined && isRecord(params) ? params : {};
};

const modernHeaders = (message: string): Readonly<Record<string, string>> => {
  const meta = paramsOf(message)['_meta'];
  const version = isRecord(meta) ? meta['io.modelcontextprotocol/protocolVersion'] : undefined;
  return typeof version === 'string'
    ? {'MCP-Protocol-Version': version, 'Mcp-Method': String(parsed(message)['method'])}
    : {};
};
