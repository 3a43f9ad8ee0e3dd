import {schemaPropertyName} from '../../../src/diagnosis/failures/schema-property-name.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(schemaPropertyName, {
  matches: [
    {
      name: 'a dollar sign',
      evidence: {tools: {troubles: [{tool: 'query', kind: 'bad-property-name', detail: '$filter'}]}},
      cause: [/\$filter/, /query/],
    },
  ],
  misses: [{name: 'fine', evidence: {tools: {troubles: [{kind: 'no-description'}]}}}],
});
