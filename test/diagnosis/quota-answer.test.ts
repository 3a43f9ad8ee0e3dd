import {describe, expect, it} from 'vitest';
import {retryAfterMs, waitText} from '../../src/diagnosis/facts/quota-answer.ts';
import {seen} from '../../src/model/evidence.ts';
import {evidenceOf} from '../helpers/evidence.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const delay = (headers: Record<string, string>): number | null => {
  const http = seen(evidenceOf({http: {main: {response: {status: 429, headers}}}}), 'http');
  return http === undefined ? null : retryAfterMs(http, NOW);
};

describe('when to try again', () => {
  it.each([
    [{'Retry-After': '120'}, 120_000],
    [{'retry-after': 'Sat, 21 Nov 2026 12:05:00 GMT'}, 300_000],
    [{'x-ratelimit-reset': String(NOW / 1000 + 60)}, 60_000],
    [{'x-ratelimit-reset-requests': '1m30s'}, 90_000],
    [{'x-ratelimit-reset-requests': '250ms'}, 250],
    [{'anthropic-ratelimit-requests-reset': '2026-11-21T12:00:10Z'}, 10_000],
  ])('%o', (headers, ms) => {
    expect(delay(headers)).toBe(ms);
  });

  it('is unknown without a header that says so', () => {
    expect(delay({})).toBeNull();
    expect(delay({'retry-after': 'soon'})).toBeNull();
  });

  it('is told in seconds and on the clock', () => {
    expect(waitText(1000, NOW)).toBe('1 second (after 12:00 UTC)');
    expect(waitText(7_200_000, NOW)).toBe('7200 seconds (about 2 hours, after 14:00 UTC)');
    expect(waitText(864_000_000, NOW)).toBe('864000 seconds (about 10 days, after 2026-12-01 12:00 UTC)');
  });
});
