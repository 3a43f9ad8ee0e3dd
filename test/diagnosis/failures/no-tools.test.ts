import {noTools} from '../../../src/diagnosis/failures/no-tools.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(noTools, {
  matches: [{name: 'an empty list', evidence: {handshake: {}, tools: {count: 0, names: []}}, cause: [/0 tools/]}],
  misses: [
    {
      name: 'a server of resources only',
      evidence: {
        handshake: {capabilities: ['resources']},
        tools: {isDeclared: false, count: 0, names: [], hasResources: true},
      },
    },
    {name: 'an error', evidence: {tools: {count: 0, names: [], error: {message: 'x'}}}},
  ],
});
