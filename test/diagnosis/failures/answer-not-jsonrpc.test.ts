import {answerNotJsonrpc} from '../../../src/diagnosis/failures/answer-not-jsonrpc.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(answerNotJsonrpc, {
  matches: [
    {
      name: 'no jsonrpc',
      evidence: {launch: {oddities: [{kind: 'no-jsonrpc', sample: '{"id":1,"result":{}}'}]}},
      cause: [/"jsonrpc": "2\.0" is missing/],
    },
    {
      name: 'NaN',
      evidence: {
        launch: {oddities: [{kind: 'nan-literal', sample: '{"jsonrpc":"2.0","id":1,"result":{"score":NaN}}'}]},
      },
      cause: [/NaN/],
    },
  ],
  misses: [
    {
      name: 'carriage returns alone',
      evidence: {launch: {oddities: [{kind: 'carriage-return', sample: '{}\\x0d'}]}, handshake: {}},
    },
  ],
});
