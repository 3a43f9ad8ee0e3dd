import {importAssertionsRemoved} from '../../../src/diagnosis/failures/import-assertions-removed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(importAssertionsRemoved, {
  matches: [{text: "SyntaxError: Unexpected identifier 'assert'\n\nNode.js v22.12.0", cause: [/22\.12\.0/, /assert/]}],
  misses: ["SyntaxError: Unexpected identifier 'foo'", "SyntaxError: Unexpected token 'with'"],
});
