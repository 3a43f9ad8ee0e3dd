import {type Evidence, type HttpEvidence, seen} from '../../model/evidence.ts';
import {type Answer, errorCodeOf, headerOf} from './http-answer.ts';

/** Words of a used-up budget: waiting a minute does not help, a new period or a payment does. */
export const CREDIT_WORDS =
  /insufficient[_ ](?:quota|credits?|funds|balance)|credit[_ ]balance|out of credits?|no credits? (?:left|remaining)|billing[_ ]hard[_ ]limit|exceeded your current quota|check your plan and billing|payment[_ ]required|key limit exceeded|add more credits|top up|prepaid/i;
export const PERIOD_WORDS =
  /(?:daily|weekly|monthly|hourly|free|trial|plan|usage|request|api)[- _](?:quota|limit|allowance|usage)\b.{0,40}(?:exceeded|reached|exhausted|used up|hit)|quota[_ ](?:exceeded|exhausted)|exceeded (?:your|the) (?:daily|weekly|monthly|free|plan).{0,20}(?:quota|limit)|(?:you have|you've) (?:used|reached) (?:all|your).{0,40}(?:limit|quota|requests)/i;
const RATE_WORDS = /rate[- _]?limit|too many requests|throttl|slow down|requests per (?:second|minute|hour)/i;
export const OVERLOAD_WORDS = /overloaded(?:_error)?\b|server is (?:overloaded|busy)|at capacity|high demand/i;

/** Everything that the answer says in words: its code and its text. */
export const wordsOf = (answer: Answer | null): string =>
  answer === null ? '' : `${errorCodeOf(answer) ?? ''} ${answer.body.text}`;

export const statusOf = (http: HttpEvidence): number | null => http.main.response?.status ?? null;

/** The status says quota by itself, or says no with words of a quota. */
export const isQuotaStatus = (http: HttpEvidence): boolean => {
  const status = statusOf(http);
  if (status === 429 || status === 402 || status === 529) return true;
  if (status !== 403 && status !== 503) return false;
  const answer = http.main.response;
  if (headerOf(answer, 'x-ratelimit-remaining') === '0') return true;
  const words = wordsOf(answer);
  return CREDIT_WORDS.test(words) || PERIOD_WORDS.test(words) || (status === 403 && RATE_WORDS.test(words));
};

/** No credential went along with the request, so that the limit is that of anonymous callers. */
export const isAnonymous = (all: Evidence): boolean => {
  const entry = seen(all, 'entry');
  if (entry === undefined) return false;
  const names = entry.headerNames.map((name) => name.toLowerCase());
  const inUrl = entry.values.some((value) => value.path.at(-1) === 'url' && value.isSecret);
  return !inUrl && !names.some((name) => /^authorization$|^cookie$|key|token|secret|auth/.test(name));
};

/** When to try again, in milliseconds from now: Retry-After, or one of the usual reset headers. */
export const retryAfterMs = (http: HttpEvidence, nowMs: number): number | null => {
  const answer = http.main.response;
  const after = headerOf(answer, 'retry-after');
  const fromHeader = after === null ? null : delayOf(after, nowMs);
  if (fromHeader !== null) return fromHeader;
  if (http.retries?.retryAfterMs != null) return http.retries.retryAfterMs;
  for (const name of [
    'x-ratelimit-reset',
    'ratelimit-reset',
    'x-rate-limit-reset',
    'anthropic-ratelimit-requests-reset',
    'x-ratelimit-reset-requests',
  ]) {
    const value = headerOf(answer, name);
    const delay = value === null ? null : delayOf(value, nowMs);
    if (delay !== null) return delay;
  }
  const policy = /(?:^|[;,])\s*t=(\d{1,9})\b/.exec(headerOf(answer, 'ratelimit') ?? '')?.[1];
  return policy === undefined ? null : Number(policy) * 1000;
};

/** Seconds, '1m30s', an epoch in seconds or milliseconds, or a date (RFC 9110 10.2.3 and what providers send). */
const delayOf = (text: string, nowMs: number): number | null => {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const number = Number(trimmed);
    if (number > 1e12) return Math.max(0, number - nowMs);
    if (number > 1e9) return Math.max(0, number * 1000 - nowMs);
    return number * 1000;
  }
  const parts = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/.exec(trimmed);
  if (parts !== null && trimmed !== '') {
    const [, hours = '0', minutes = '0', seconds = '0', millis = '0'] = parts;
    return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(millis);
  }
  const date = Date.parse(trimmed);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
};

/** '120 seconds (about 2 minutes, after 12:02 UTC)'. */
export const waitText = (ms: number, nowMs: number): string => {
  const seconds = Math.ceil(ms / 1000);
  const at = new Date(nowMs + ms).toISOString();
  const clock = ms < 20 * 3_600_000 ? at.slice(11, 16) : `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  const rough =
    seconds < 90
      ? ''
      : seconds < 5400
        ? `about ${Math.round(seconds / 60)} minutes, `
        : seconds < 172_800
          ? `about ${Math.round(seconds / 3600)} hours, `
          : `about ${Math.round(seconds / 86_400)} days, `;
  return `${seconds} ${seconds === 1 ? 'second' : 'seconds'} (${rough}after ${clock} UTC)`;
};
