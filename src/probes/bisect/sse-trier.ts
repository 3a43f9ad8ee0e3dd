import type {RemoteLaunch} from '../../model/server.ts';
import type {Reply} from '../remote/conversation.ts';
import {lineOf} from '../remote/line-of.ts';
import {overSse} from '../remote/over-sse.ts';
import {type SeenAgain, seenInExchange} from '../rerun/seen-again.ts';
import {createNotebook} from '../stdio/notebook.ts';
import {createBudget, type Trier, type TrierOptions, WHOLE_MS} from './trier.ts';
import {credentialsOf, urlWith, valuesOf} from './url-parts.ts';
import {wordsOf} from './words-of.ts';

/**
 * By the older transport: the event stream is opened anew for each trial, then `initialize`, `notifications/initialized` and
 * `tools/list` go to the address that it names. Headers stand on all of them.
 */
export const createSseTrier = (launch: RemoteLaunch, url: URL, options: TrierOptions): Trier => {
  const {host, timeoutMs, redactor} = options;
  const line = lineOf(host, {...options, timeoutMs: WHOLE_MS});
  const budget = createBudget(line, options);
  const rested = async (status: number | null, headers: Readonly<Record<string, string>>): Promise<void> => {
    if (status === 429 || status === 503) await budget.rest(headers);
  };
  return {
    requests: budget.used,
    attempt: async (parts, version, stage) => {
      const headers = {
        ...credentialsOf(launch),
        ...valuesOf(parts, 'header'),
        ...valuesOf(parts, 'protocol-header'),
      };
      await budget.spend();
      const opened = await overSse(line, urlWith(url, parts), headers, createNotebook(redactor), timeoutMs);
      const {conversation, opening} = opened;
      await rested(opening.status, opening.headers);
      if (conversation === null) return withoutStream(seenInExchange(opening.exchange));
      try {
        await budget.spend();
        const {hello: first, tools} = wordsOf(parts, version, host);
        const hello = await conversation.ask(first.method, first.params, host.now() + timeoutMs);
        await rested(hello.status, hello.headers);
        const seen = seenInReply(hello);
        if (seen.kind !== 'answered' || stage === 'initialize') return seen;
        await budget.spend();
        await conversation.tell('notifications/initialized');
        await budget.spend();
        const listed = await conversation.ask(tools.method, tools.params, host.now() + timeoutMs);
        await rested(listed.status, listed.headers);
        return seenInReply(listed);
      } finally {
        await conversation.end();
      }
    },
  };
};

/** A stream that opens and never names its endpoint is no answer. */
const withoutStream = (seen: SeenAgain): SeenAgain =>
  seen.kind === 'answered' ? {kind: 'silence', detail: '', text: ''} : seen;

/** The answer comes on the stream; the POST that asked for it may have been refused. */
const seenInReply = ({answer, status, exchange}: Reply): SeenAgain => {
  if (status === null || status >= 300) return seenInExchange(exchange);
  switch (answer.kind) {
    case 'result':
      return {kind: 'answered', detail: '', text: ''};
    case 'error':
      return {kind: 'error', detail: String(answer.error.code), text: ''};
    case 'closed':
      return {kind: 'ended', detail: 'the stream was closed', text: ''};
    default:
      return {kind: answer.kind, detail: '', text: ''};
  }
};
