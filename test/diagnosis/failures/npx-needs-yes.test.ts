import {npxNeedsYes} from '../../../src/diagnosis/failures/npx-needs-yes.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npxNeedsYes, {
  matches: [
    {
      text: 'npm error npx canceled due to missing packages and no YES option: ["pkg@1.0.0"]',
      with: {entry: {command: 'npx', args: ['pkg']}},
      cause: [/-y/],
      fix: 'Add "-y"',
    },
  ],
  misses: ['npm error could not determine executable to run'],
});
