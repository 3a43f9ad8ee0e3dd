import {schemaTopLevelUnion} from '../../../src/diagnosis/failures/schema-top-level-union.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(schemaTopLevelUnion, {
  matches: [
    {
      name: 'anyOf',
      evidence: {entry: {}, tools: {troubles: [{tool: 'query', kind: 'top-level-combinator', detail: 'anyOf'}]}},
      cause: [/query/, /anyOf/],
      fix: /mcp__notes__query/,
    },
  ],
  misses: [{name: 'anyOf inside', evidence: {tools: {}}}],
});
