import {upstreamQuota} from '../../../src/diagnosis/failures/upstream-quota.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(upstreamQuota, {
  matches: [
    {
      text: 'anthropic.RateLimitError: 429 {"type":"error","error":{"type":"rate_limit_error"}}',
      cause: [/rate_limit_error/],
    },
    {text: 'Error: You have reached your monthly limit of 500 searches.', cause: [/monthly limit/]},
    {
      text: 'Error code: 400 - Your credit balance is too low to access the API',
      cause: [/credit balance/],
      fix: /Top up/,
    },
    {text: 'Error: 429 Too Many Requests', cause: [/429/], fix: /Wait/},
    {
      text: 'openai.error: insufficient_quota',
      with: {entry: {envNames: ['OPENAI_API_KEY']}},
      cause: [/OPENAI_API_KEY/],
      fix: /Top up/,
    },
  ],
  misses: ['rate: 10 per second', 'Error 401 Unauthorized'],
});
