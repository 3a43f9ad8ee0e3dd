import {toolsListError} from '../../../src/diagnosis/failures/tools-list-error.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolsListError, {
  matches: [
    {
      name: 'an inner error',
      evidence: {
        handshake: {},
        tools: {error: {code: -32603, message: 'relation "tools" does not exist'}, stoppedAt: 'error'},
      },
      cause: [/tools\/list/, /-32603/, /relation "tools"/],
    },
    {
      name: 'an answer without a list',
      evidence: {
        handshake: {},
        tools: {error: {code: 0, message: 'the answer holds no list under "tools": {}'}, stoppedAt: 'error'},
      },
      cause: [/no list under "tools"/],
      fix: /list \(array\)/,
    },
  ],
  misses: [
    {name: 'fine', evidence: {tools: {}}},
    {name: 'closed', evidence: {tools: {closed: true, error: {message: 'closed'}}}},
  ],
});
