import {setTimeout as wait} from 'node:timers/promises';
import type {HttpEvidence} from '../../model/evidence.ts';
import type {Contact} from './contact.ts';
import {headerOf} from './header-text.ts';
import {type Line, remaining} from './line.ts';

/** Longer waits are the person's to take, not ours. */
const MOST_WAIT_MS = 5000;
const BACKOFF_MS = [250, 700, 1500];

/** How often a status is asked again: gateways and overload pass by; a limit only when it says when. */
const TRIES: Readonly<Record<number, number>> = {
  429: 1,
  500: 1,
  502: 3,
  503: 3,
  504: 2,
  520: 2,
  521: 2,
  522: 1,
  524: 1,
  529: 2,
};
const TRANSIENT_CODES = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'HPE_INVALID_EOF_STATE'];

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, 10.2.3). Null where it is missing or unreadable. */
export const retryAfterMs = (headers: Readonly<Record<string, string>>, now: number): number | null => {
  const value = headerOf(headers, 'retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};

/** Waits as long as the answer asks for; null where waiting is too long, or the answer will not pass by. */
export const pauseBefore = (
  line: Line,
  answer: {
    readonly status: number | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly codes: readonly string[];
  },
  done: number,
): number | null => {
  const asked = retryAfterMs(answer.headers, line.host.now());
  if (answer.status === 429 && asked === null) return null;
  const isReset = answer.status === null && answer.codes.some((code) => TRANSIENT_CODES.includes(code));
  const most = answer.status === null ? (isReset ? 2 : 0) : (TRIES[answer.status] ?? 0);
  if (done >= most) return null;
  const pause = asked ?? BACKOFF_MS[done] ?? MOST_WAIT_MS;
  return pause > MOST_WAIT_MS || pause > remaining(line) - 500 ? null : pause;
};

export const codesOf = (contact: Pick<Contact, 'exchange'>): readonly string[] =>
  contact.exchange.error.flatMap(({code}) => code ?? []);

/** Asks the same again while the answer is one that passes by. Statuses are those of the repeats, in order. */
export const withRetries = async (
  line: Line,
  first: Contact,
  again: () => Promise<Contact>,
): Promise<{readonly contact: Contact; readonly retries: HttpEvidence['retries']}> => {
  const statuses: (number | null)[] = [];
  let contact = first;
  for (;;) {
    const pause = contact.isMcp ? null : pauseBefore(line, {...contact, codes: codesOf(contact)}, statuses.length);
    if (pause === null) break;
    await wait(pause, undefined, {signal: line.signal}).catch(() => undefined);
    if (line.signal.aborted) break;
    contact = await again();
    statuses.push(contact.status);
  }
  const asked = retryAfterMs(first.headers, line.host.now());
  if (statuses.length === 0 && asked === null) return {contact, retries: null};
  return {contact, retries: {statuses, recovered: statuses.length > 0 && contact.isMcp, retryAfterMs: asked}};
};
