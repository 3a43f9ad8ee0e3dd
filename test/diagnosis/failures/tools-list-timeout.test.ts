import {toolsListTimeout} from '../../../src/diagnosis/failures/tools-list-timeout.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolsListTimeout, {
  matches: [
    {
      name: 'silence',
      evidence: {handshake: {}, tools: {timedOut: true, ms: 5000, count: 0, names: [], stoppedAt: 'time'}},
      cause: [/tools\/list/, /no answer/, /5\.0 s/],
    },
  ],
  misses: [
    {name: 'endless paging', evidence: {tools: {timedOut: true, hasCursorLoop: true}}},
    {name: 'fine', evidence: {tools: {ms: 9000}}},
  ],
});
