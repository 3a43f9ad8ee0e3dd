import type {Host} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import type {ProviderStatus} from '../../model/provider-status.ts';
import type {Redactor} from '../../model/redact.ts';
import {reachOfAddress} from '../remote/address.ts';
import {parseJson} from '../remote/body-kind.ts';
import {type Answer, ask} from '../remote/exchange.ts';
import {lineOf} from '../remote/line-of.ts';
import {readSummary} from './read-summary.ts';
import type {StatusPage} from './status-pages.ts';

export interface AskStatusOptions {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  /** Which addresses may be called; public ones unless a test says otherwise. No option of the program reaches it. */
  readonly isAllowed?: (address: string) => boolean;
}

/** It stands beside evidence that is there already: worth a moment, no more. */
const LIMIT_MS = 2000;

/** What is said where nobody asked. */
export const notAsked = ({provider, page}: StatusPage, why: string): ProviderStatus => ({
  provider,
  page,
  outcome: 'not-asked',
  indicator: null,
  description: null,
  incidents: [],
  components: [],
  why,
  askedAt: null,
});

/**
 * Reads a provider's public status document: one GET of a fixed address, with no header, token, name or path of any entry.
 * Calls a host that no entry names: only after a yes to exactly that. Never throws.
 */
export const askStatusPage = async (page: StatusPage, options: AskStatusOptions): Promise<ProviderStatus> => {
  const {host, redactor, timeoutMs = LIMIT_MS} = options;
  if (page.document === null) return notAsked(page, 'it publishes nothing that a program can read');
  const askedAt = new Date(host.now()).toISOString();
  const answer = await ask(lineOf(host, {redactor, signal: options.signal, timeoutMs}), {
    purpose: 'status-page',
    method: 'GET',
    url: new URL(page.document),
    own: {Accept: 'application/json', 'Accept-Encoding': 'gzip', 'User-Agent': `mcp-fix/${host.version}`},
    secret: {},
    maxMs: timeoutMs,
    isAllowed: options.isAllowed ?? ((address) => reachOfAddress(address) === 'public'),
  });
  const value = answer.status === 200 ? parseJson(answer.text) : undefined;
  const summary = value === undefined ? null : readSummary(value, (text) => printableLine(redactor.text(text)));
  return summary === null
    ? {...notAsked(page, whyNothing(answer, timeoutMs)), outcome: 'no-answer', askedAt}
    : {...notAsked(page, ''), ...summary, outcome: 'told', why: null, askedAt};
};

const whyNothing = ({status, exchange}: Answer, timeoutMs: number): string => {
  if (status === 200) return 'its answer is no status document';
  if (status !== null) return `it answers HTTP ${status}`;
  if (exchange.bound !== null) return `no answer within ${timeoutMs / 1000} s`;
  const code = exchange.error.find((link) => link.code !== null)?.code;
  return code == null ? 'it cannot be reached' : `it cannot be reached (${printableLine(code)})`;
};
