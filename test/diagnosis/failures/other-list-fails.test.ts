import {otherListFails} from '../../../src/diagnosis/failures/other-list-fails.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(otherListFails, {
  matches: [
    {
      name: 'an error',
      evidence: {
        tools: {
          failedLists: [{method: 'prompts/list', error: {code: -32603, message: 'prompt store not ready', data: null}}],
        },
      },
      cause: [/prompts\/list/, /prompt store not ready/],
      fix: /prompt store/,
      severity: 'warning',
    },
    {
      name: 'silence',
      evidence: {tools: {failedLists: [{method: 'resources/list', error: null}]}},
      cause: [/gives no answer to resources\/list/],
      fix: /empty list/,
    },
  ],
  misses: [
    {name: 'the method is not there', evidence: {tools: {missingMethods: ['prompts/list']}}},
    {name: 'fine', evidence: {tools: {hasPrompts: true}}},
  ],
});
