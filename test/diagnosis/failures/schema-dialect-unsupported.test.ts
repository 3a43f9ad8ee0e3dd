import {schemaDialectUnsupported} from '../../../src/diagnosis/failures/schema-dialect-unsupported.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(schemaDialectUnsupported, {
  matches: [
    {
      name: 'draft-07',
      evidence: {
        tools: {
          error: {
            message:
              'Tool has an invalid outputSchema: JSON Schema declares an unsupported dialect ($schema: draft-07)',
          },
        },
      },
      cause: [/draft-07/],
    },
  ],
  misses: [{name: 'another error', evidence: {tools: {error: {message: 'boom'}}}}],
});
