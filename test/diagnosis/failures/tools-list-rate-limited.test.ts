import {toolsListRateLimited} from '../../../src/diagnosis/failures/tools-list-rate-limited.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolsListRateLimited, {
  matches: [
    {
      name: '429 with Retry-After',
      evidence: {handshake: {}, tools: {httpStatus: 429, retryAfterMs: 120000, error: {message: 'Too Many Requests'}}},
      cause: [/429/, /tools\/list/, /120 s/],
      fix: 'Wait 120 s',
    },
  ],
  misses: [
    {name: 'another status', evidence: {tools: {httpStatus: 500, error: {message: 'boom'}}}},
    {name: 'fine', evidence: {tools: {}}},
  ],
});
