import {isRecord, type Json} from '../../model/json.ts';
import type {RemoteLaunch} from '../../model/server.ts';
import {ask} from '../remote/exchange.ts';
import {headerOf} from '../remote/header-text.ts';
import {eventJson} from '../remote/hop.ts';
import {lineOf} from '../remote/line-of.ts';
import {seenInExchange} from '../rerun/seen-again.ts';
import {createBudget, type Trier, type TrierOptions, WHOLE_MS} from './trier.ts';
import {credentialsOf, urlWith, valuesOf} from './url-parts.ts';
import {modernHeaders, type Words, wordsOf} from './words-of.ts';

/** By Streamable HTTP: only hello (`initialize` or `server/discover`), `notifications/initialized`, `tools/list` and the end of a session. */
export const createHttpTrier = (launch: RemoteLaunch, url: URL, options: TrierOptions): Trier => {
  const {host} = options;
  const line = lineOf(host, {...options, timeoutMs: WHOLE_MS});
  const budget = createBudget(line, options);
  const credentials = credentialsOf(launch);
  const send = async (
    message: {readonly [key: string]: Json} | null,
    to: {
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly own: Readonly<Record<string, string>>;
    },
  ): ReturnType<typeof ask> => {
    await budget.spend();
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
    if (answer.status === 429 || answer.status === 503) await budget.rest(answer.headers);
    return answer;
  };
  return {
    requests: budget.used,
    attempt: async (parts, version, stage) => {
      const to = {
        url: urlWith(url, parts),
        headers: {...credentials, ...valuesOf(parts, 'header')},
        own: valuesOf(parts, 'protocol-header'),
      };
      const {hello: first, tools, isModern} = wordsOf(parts, version, host);
      const modern = (words: Words): typeof to =>
        isModern ? {...to, own: {...to.own, ...modernHeaders(words, version)}} : to;
      const hello = await send({jsonrpc: '2.0', id: 1, method: first.method, params: first.params}, modern(first));
      const seen = seenInExchange(hello.exchange);
      const session = headerOf(hello.headers, 'mcp-session-id');
      const carried = {
        ...to,
        headers: {...to.headers, ...(session === null ? {} : {'Mcp-Session-Id': session})},
        own: {...to.own, 'MCP-Protocol-Version': negotiated(hello.messages) ?? version},
      };
      try {
        if (seen.kind !== 'answered' || stage === 'initialize') return seen;
        if (!isModern) await send({jsonrpc: '2.0', method: 'notifications/initialized'}, carried);
        const listed = await send(
          {jsonrpc: '2.0', id: 2, method: tools.method, params: tools.params},
          isModern ? modern(tools) : carried,
        );
        return seenInExchange(listed.exchange);
      } finally {
        if (session !== null && !budget.isSpent()) await send(null, carried).catch(() => undefined);
      }
    },
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
