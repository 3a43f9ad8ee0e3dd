import {setTimeout as wait} from 'node:timers/promises';
import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Redactor} from '../../model/redact.ts';
import type {RemoteLaunch} from '../../model/server.ts';
import {ask} from '../remote/exchange.ts';
import {headerOf, isSecretHeader} from '../remote/header-text.ts';
import {eventJson} from '../remote/hop.ts';
import type {Line} from '../remote/line.ts';
import {lineOf} from '../remote/line-of.ts';
import {retryAfterMs} from '../remote/retries.ts';
import {type SeenAgain, seenInExchange} from '../rerun/seen-again.ts';
import {BudgetSpent} from './minimal-set.ts';
import type {Part} from './parts.ts';

export interface TrierOptions {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly maxRequests: number;
  /** Between two requests, in milliseconds. */
  readonly pauseMs: number;
  /** For one request. */
  readonly timeoutMs: number;
}

/** Sends requests that are made of parts, and counts them. */
export interface Trier {
  /** @throws BudgetSpent */
  readonly attempt: (parts: readonly Part[], version: string, stage: Stage) => Promise<SeenAgain>;
  readonly requests: () => number;
}

/** How far a conversation is carried: hello alone, or hello and the list of tools. */
export type Stage = 'initialize' | 'tools/list';

const MOST_WAIT_MS = 5000;
/** All requests together, whatever they take each. */
const WHOLE_MS = 120_000;

/** The one place that sends: only `initialize`, `notifications/initialized`, `tools/list` and the end of a session. */
export const createTrier = (launch: RemoteLaunch, url: URL, options: TrierOptions): Trier => {
  const {host, maxRequests} = options;
  const line = lineOf(host, {...options, timeoutMs: WHOLE_MS});
  const credentials = Object.fromEntries(Object.entries(launch.headers).filter(([name]) => isSecretHeader(name)));
  let requests = 0;
  const send = async (
    message: {readonly [key: string]: Json} | null,
    to: {
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly own: Readonly<Record<string, string>>;
    },
  ): ReturnType<typeof ask> => {
    if (requests >= maxRequests || line.signal.aborted || host.now() >= line.deadline) throw new BudgetSpent();
    if (requests > 0) await pause(line, options.pauseMs);
    requests += 1;
    const answer = await ask(line, {
      purpose: message === null ? 'end' : String(message['method']),
      method: message === null ? 'DELETE' : 'POST',
      url: to.url,
      own: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'Accept-Encoding': 'identity',
        'User-Agent': `mcp-fix/${host.version}`,
        ...to.own,
      },
      secret: to.headers,
      ...(message === null ? {} : {body: JSON.stringify(message)}),
      maxMs: options.timeoutMs,
      onEvent: (event) => {
        const value = eventJson(event);
        return isRecord(value) && typeof value['method'] !== 'string' ? 'done' : undefined;
      },
    });
    if (answer.status === 429 || answer.status === 503) await politely(line, answer.headers);
    return answer;
  };
  return {
    requests: () => requests,
    attempt: async (parts, version, stage) => {
      const to = {
        url: withQuery(url, parts),
        headers: {...credentials, ...valuesOf(parts, 'header')},
        own: ownOf(parts),
      };
      const hello = await send(
        {jsonrpc: '2.0', id: 1, method: 'initialize', params: initializeOf(parts, version, host)},
        to,
      );
      const seen = seenInExchange(hello.exchange);
      const session = headerOf(hello.headers, 'mcp-session-id');
      const carried = {
        ...to,
        headers: {...to.headers, ...(session === null ? {} : {'Mcp-Session-Id': session})},
        own: {...to.own, 'MCP-Protocol-Version': negotiated(hello.messages) ?? version},
      };
      try {
        if (seen.kind !== 'answered' || stage === 'initialize') return seen;
        await send({jsonrpc: '2.0', method: 'notifications/initialized'}, carried);
        const listed = await send({jsonrpc: '2.0', id: 2, method: 'tools/list', params: {}}, carried);
        return seenInExchange(listed.exchange);
      } finally {
        if (session !== null && requests < maxRequests) await send(null, carried).catch(() => undefined);
      }
    },
  };
};

const pause = async (line: Line, ms: number): Promise<void> => {
  await wait(ms, undefined, {signal: line.signal}).catch(() => undefined);
};

/** A server that asks for a rest gets one, within reason; the answer itself still counts. */
const politely = async (line: Line, headers: Readonly<Record<string, string>>): Promise<void> => {
  const asked = retryAfterMs(headers, line.host.now());
  if (asked !== null && asked > MOST_WAIT_MS) throw new BudgetSpent();
  await pause(line, asked ?? 1000);
};

const withQuery = (url: URL, parts: readonly Part[]): URL => {
  const at = new URL(url);
  const kept = valuesOf(parts, 'query');
  for (const [name] of [...at.searchParams]) if (!isSecretHeader(name) && !(name in kept)) at.searchParams.delete(name);
  return at;
};

const valuesOf = (parts: readonly Part[], kind: 'header' | 'query'): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.flatMap((part) => (part.kind === kind ? [[part.name, part.value]] : [])));

const ownOf = (parts: readonly Part[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.flatMap((part) => (part.kind === 'protocol-header' ? [[part.name, part.value]] : [])));

const initializeOf = (parts: readonly Part[], version: string, host: Host): Json => {
  const has = (name: string): boolean => parts.some((part) => part.kind === 'parameter' && part.name === name);
  const capabilities = Object.fromEntries(
    parts.flatMap((part): readonly [string, Json][] =>
      part.kind === 'capability' ? [[part.name, JSON.parse(JSON.stringify(part.value))]] : [],
    ),
  );
  return {
    protocolVersion: parts.find((part) => part.kind === 'version')?.name ?? version,
    capabilities,
    clientInfo: {
      name: 'mcp-fix',
      version: host.version,
      ...(has('clientInfo.title') ? {title: 'MCP client'} : {}),
    },
    ...(has('_meta.progressToken') ? {_meta: {progressToken: 1}} : {}),
  };
};

const negotiated = (messages: readonly Json[]): string | null => {
  for (const message of messages) {
    const result = isRecord(message) ? message['result'] : undefined;
    const version = result !== undefined && isRecord(result) ? result['protocolVersion'] : undefined;
    if (typeof version === 'string') return version;
  }
  return null;
};
