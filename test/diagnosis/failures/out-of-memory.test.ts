import {outOfMemory} from '../../../src/diagnosis/failures/out-of-memory.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(outOfMemory, {
  matches: [
    {
      text: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      with: {entry: {}},
      cause: [/heap out of memory/],
      fix: 'NODE_OPTIONS',
    },
  ],
  misses: ['memory: 200 MB used'],
});
