import {toolsMethodMissing} from '../../../src/diagnosis/failures/tools-method-missing.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolsMethodMissing, {
  matches: [
    {
      name: 'tools/list',
      evidence: {tools: {error: {code: -32601, message: 'Method not found'}, stoppedAt: 'error'}},
      cause: [/tools\/list/],
    },
    {
      name: 'prompts/list only',
      evidence: {tools: {missingMethods: ['prompts/list']}},
      cause: [/prompts\/list/],
      severity: 'warning',
    },
  ],
  misses: [
    {name: 'tools are not declared', evidence: {tools: {isDeclared: false, count: 0, names: [], hasResources: true}}},
    {name: 'fine', evidence: {tools: {}}},
  ],
});
