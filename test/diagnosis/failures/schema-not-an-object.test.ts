import {schemaNotAnObject} from '../../../src/diagnosis/failures/schema-not-an-object.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(schemaNotAnObject, {
  matches: [
    {
      name: 'no type',
      evidence: {tools: {troubles: [{tool: 'read_note', index: 1, kind: 'no-type'}]}},
      cause: [/inputSchema/, /"type"/, /read_note/],
      fix: /"type": "object"/,
    },
    {
      name: 'an array',
      evidence: {
        tools: {
          troubles: [
            {tool: 'read_note', kind: 'type-not-object', detail: 'array'},
            {tool: 'b', kind: 'no-schema'},
          ],
        },
      },
      cause: [/array/, /2 tools/],
    },
  ],
  misses: [
    {name: 'only a missing description', evidence: {tools: {troubles: [{kind: 'no-description'}]}}},
    {name: 'fine', evidence: {tools: {}}},
  ],
});
