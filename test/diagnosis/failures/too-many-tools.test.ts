import {tooManyTools} from '../../../src/diagnosis/failures/too-many-tools.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(tooManyTools, {
  matches: [
    {
      name: '500 tools',
      evidence: {tools: {count: 500, bytes: 210000}},
      cause: [/500/, /too many/],
      severity: 'warning',
    },
    {
      name: 'more than the client takes',
      evidence: {entry: {rules: {clientName: 'Cursor', maxTools: 40}}, tools: {count: 60, bytes: 20000}},
      cause: [/Cursor takes at most 40/],
      severity: 'error',
    },
  ],
  misses: [{name: '40 tools', evidence: {tools: {count: 40, bytes: 30000}}}],
});
