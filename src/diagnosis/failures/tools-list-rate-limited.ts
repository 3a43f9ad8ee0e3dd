import {advise} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const toolsListRateLimited = defineFailure({
  id: 'tools-list-rate-limited',
  class: 'quota',
  step: 'tools',
  title: 'The server limits how often its tools may be listed',
  severity: 'error',
  waitingHelps: true,
  needs: ['tools'],
  signatures: [{match: /tools\/list[^\n]{0,80}\b429\b|\b429\b[^\n]{0,80}tools\/list/i, confidence: 'certain'}],
  remedies: [
    'Wait for the time that the server names (Retry-After), then try again',
    'Use a key of your own, or a plan with a higher limit',
  ],
  detect: ({tools}) => {
    const words = RATE.exec(`${tools.error?.message ?? ''} ${tools.error?.data ?? ''}`)?.[0];
    return tools.httpStatus === 429 || words !== undefined ? {wait: tools.retryAfterMs, words} : null;
  },
  explain: ({wait, words}, {tools}) => ({
    cause: `The server says hello, but answers tools/list with ${tools.httpStatus === 429 ? 'HTTP status 429 (too many requests)' : `"${words ?? ''}"`}: a rate limit is reached.${wait === null ? '' : ` It asks to wait ${seconds(wait)}.`}`,
    evidence: [
      {
        label: 'Answer to tools/list',
        text: [tools.httpStatus, tools.error?.message, wait === null ? null : `Retry-After: ${seconds(wait)}`]
          .filter((part) => part != null)
          .join(' · '),
        deciding: tools.httpStatus === 429 ? '429' : (words ?? ''),
      },
    ],
  }),
  fixes: ({wait}) => [
    advise('wait', wait === null ? 'Wait a few minutes, then retry' : `Wait ${seconds(wait)}, then retry`),
    advise('own-key', 'If it comes again: use a key of your own, a higher plan, or fewer clients on the same key'),
  ],
});

const RATE = /rate.?limit(?:ed)?|too many requests|quota (?:exceeded|exhausted)|insufficient_quota/i;

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
