import {toolNameInvalid} from '../../../src/diagnosis/failures/tool-name-invalid.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolNameInvalid, {
  matches: [
    {
      name: 'a dot',
      evidence: {tools: {troubles: [{tool: 'notes.read', kind: 'bad-name', detail: 'notes.read'}]}},
      cause: [/notes\.read/],
      fix: /rename/,
    },
  ],
  misses: [{name: 'fine', evidence: {tools: {}}}],
});
