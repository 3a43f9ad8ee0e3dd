import {endlessPaging} from '../../../src/diagnosis/failures/endless-paging.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(endlessPaging, {
  matches: [
    {
      name: 'the same cursor',
      evidence: {tools: {hasCursorLoop: true, pages: 3}},
      cause: [/nextCursor/, /paging/],
      fix: /nextCursor/,
    },
  ],
  misses: [{name: 'three honest pages', evidence: {tools: {pages: 3}}}],
});
