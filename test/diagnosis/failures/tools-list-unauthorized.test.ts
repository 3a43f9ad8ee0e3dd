import {toolsListUnauthorized} from '../../../src/diagnosis/failures/tools-list-unauthorized.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolsListUnauthorized, {
  matches: [
    {
      name: '401',
      evidence: {entry: {headerNames: ['Authorization']}, tools: {httpStatus: 401, error: {message: 'Unauthorized'}}},
      cause: [/401/, /Authorization/],
    },
    {
      name: 'an error in words',
      evidence: {entry: {envNames: ['NOTES_TOKEN']}, tools: {error: {message: 'Invalid API key'}}},
      cause: [/NOTES_TOKEN/],
      fix: /Set NOTES_TOKEN/,
    },
  ],
  misses: [
    {name: 'a rate limit', evidence: {tools: {httpStatus: 429, error: {message: 'slow down'}}}},
    {name: 'fine', evidence: {tools: {}}},
  ],
});
