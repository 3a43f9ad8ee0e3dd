import type {Exchange, HttpEvidence} from '../../model/evidence.ts';
import type {ServerEntry} from '../../model/server.ts';
import {createNotebook, type Notebook} from '../stdio/notebook.ts';
import {type Contact, contactBy, endContact, type Way} from './contact.ts';
import {fallsBack} from './falls-back.ts';
import {type Line, remaining, slice} from './line.ts';
import {codesOf, withRetries} from './retries.ts';
import {spokenLanguage} from './spoken-language.ts';
import {type TrialPlan, trialPlans} from './trial-plans.ts';
import {runTrials} from './trials.ts';

/** The HTTP layer as the client would meet it, and the contact with which a conversation can go on. */
export interface HttpLook {
  readonly evidence: HttpEvidence;
  /** Null where nobody answered as MCP by a way that the client itself would take. */
  readonly contact: Contact | null;
  readonly notebook: Notebook;
  readonly first: Contact;
  readonly speaks: 'http' | 'tls' | 'other' | null;
}

const SSE_WAIT_MS = 6000;

/**
 * Sends exactly what the client would send first; repeats it while the answer is one that passes by; and where it stays
 * wrong, tries variations of it, one change at a time.
 */
export const lookAtHttp = async (
  line: Line,
  options: {
    readonly url: URL;
    readonly declared: 'http' | 'sse';
    readonly headers: Readonly<Record<string, string>>;
    readonly entry: ServerEntry;
  },
): Promise<HttpLook> => {
  const {url, declared, headers} = options;
  const notebook = createNotebook(line.redactor);
  // Something is left for the other transport: a stream that never answers is told from a server that never does.
  const way = (): Way => ({
    url,
    headers,
    maxMs: declared === 'sse' ? slice(line, SSE_WAIT_MS, 0.5) : slice(line, 15_000, 0.8),
  });
  const contactNow = (): Promise<Contact> => contactBy(declared)(line, notebook, way());
  const first = await contactNow();
  const {contact, retries} = await withRetries(line, first, contactNow);
  const kept: Exchange[] = [first.exchange, ...(contact === first ? [] : [contact.exchange])];
  const evidence = (answered: HttpEvidence['answered'], more: Partial<HttpEvidence> = {}): HttpEvidence => ({
    declared,
    answered,
    main: first.exchange,
    exchanges: kept,
    trials: [],
    retries,
    sessionId: contact.conversation?.hasSession() ?? false,
    ...more,
  });
  if (contact.isMcp) {
    const {trials, exchanges, through} = await runTrials(
      line,
      isTurnedAway(contact) ? smallPlans(contact, url, headers) : [],
    );
    if (through !== null) await endContact(through);
    const all = evidence(declared, {trials, exchanges: [...kept, ...exchanges]});
    return {evidence: all, contact, notebook, first, speaks: null};
  }
  const speaks = await otherLanguage(line, url, contact);
  const {trials, exchanges, through} = await runTrials(line, trialPlans(contact, url, headers, speaks === 'tls'));
  const answered = through !== null && trials.at(-1)?.what.startsWith('transport:') === true ? through.transport : null;
  const all = evidence(answered, {trials, exchanges: [...kept, ...exchanges]});
  const isSameUrl = trials.at(-1)?.what === `transport:${answered}`;
  if (through !== null && isSameUrl && fallsBack(options.entry, declared)) {
    return {evidence: all, contact: through, notebook, first, speaks};
  }
  if (through !== null) await endContact(through);
  // Silence is an answer to `initialize` too: the handshake says how long was waited.
  const isSilent = contact.reply?.answer.kind === 'silence' && contact.exchange.response !== null;
  return {evidence: all, contact: isSilent ? contact : null, notebook, first, speaks};
};

/** An MCP server refuses the hello for a reason that is not the version: perhaps one header is too many or missing. */
const isTurnedAway = (contact: Contact): boolean => {
  const answer = contact.reply?.answer;
  if (answer?.kind !== 'error' || contact.status === null || contact.status < 400) return false;
  const {code} = answer.error;
  return code !== -32601 && !(code <= -32020 && code >= -32022) && answer.data === null;
};

const smallPlans = (contact: Contact, url: URL, headers: Readonly<Record<string, string>>): readonly TrialPlan[] =>
  trialPlans(contact, url, headers, false).filter(({what}) => /^(?:with|without)-header:|^header:/.test(what));

/** TLS behind a plain http URL: shown by a connection that breaks, or by the words of the server itself. */
const otherLanguage = async (line: Line, url: URL, contact: Contact): Promise<HttpLook['speaks']> => {
  if (url.protocol !== 'http:' || remaining(line) < 500) return null;
  const proxy = line.proxyFor(url);
  if (proxy !== null && !proxy.isBypassed) return null;
  const codes = codesOf(contact);
  const isBroken = contact.status === null && codes.some((code) => /^(?:ECONNRESET|EPIPE|HPE_|EPROTO)/.test(code));
  const text = contact.exchange.response?.body.text ?? '';
  const isTold = contact.status === 400 && /\bhttps?\b.{0,60}\b(?:https|tls|ssl)\b/i.test(text);
  return isBroken || isTold ? spokenLanguage(line, url) : null;
};
