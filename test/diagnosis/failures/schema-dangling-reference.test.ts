import {schemaDanglingReference} from '../../../src/diagnosis/failures/schema-dangling-reference.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(schemaDanglingReference, {
  matches: [
    {
      name: 'nowhere',
      evidence: {tools: {troubles: [{tool: 'read_note', kind: 'dangling-ref', detail: '#/$defs/NoteId'}]}},
      cause: [/\$ref/, /#\/\$defs\/NoteId/, /read_note/],
    },
    {
      name: 'another place',
      evidence: {tools: {troubles: [{kind: 'remote-ref', detail: 'https://schemas.example/a.json'}]}},
      cause: [/points out of the schema/],
      severity: 'warning',
    },
  ],
  misses: [{name: 'fine', evidence: {tools: {}}}],
});
