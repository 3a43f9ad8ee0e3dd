import {answerWithWrongId} from '../../../src/diagnosis/failures/answer-with-wrong-id.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(answerWithWrongId, {
  matches: [
    {
      name: 'text for a number',
      evidence: {launch: {oddities: [{kind: 'id-type', sample: '{"jsonrpc":"2.0","id":"1"}'}]}},
      cause: [/\bid\b/],
      fix: /unchanged/,
    },
  ],
  misses: [{name: 'the right id', evidence: {launch: {}, handshake: {}}}],
});
