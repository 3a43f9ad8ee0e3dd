import {duplicateToolNames} from '../../../src/diagnosis/failures/duplicate-tool-names.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(duplicateToolNames, {
  matches: [
    {
      name: 'twice',
      evidence: {tools: {names: ['list_notes', 'add', 'list_notes']}},
      cause: [/list_notes/, /more than once/],
    },
  ],
  misses: [{name: 'alike, not the same', evidence: {tools: {names: ['list_note', 'list_notes']}}}],
});
