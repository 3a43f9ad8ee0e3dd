import {noAnswerToHello} from '../../../src/diagnosis/failures/no-answer-to-hello.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(noAnswerToHello, {
  matches: [
    {
      name: 'silence of a process',
      evidence: {
        launch: {stdout: '', timedOut: true, stderr: 'Waiting for notebook...'},
        handshake: {version: null, timedOut: true, waitedMs: 8000, asked: [{outcome: 'silence', ms: 8000}]},
      },
      cause: [/no answer/, /8\.0 s/, /Waiting for notebook/],
    },
    {
      name: 'silence of a remote server',
      evidence: {handshake: {version: null, timedOut: true, waitedMs: 5000, asked: [{outcome: 'silence'}]}},
      cause: [/reachable/],
    },
  ],
  misses: [
    {name: 'slow but fine', evidence: {handshake: {waitedMs: 9000, ms: 9000}}},
    {name: 'an error answer', evidence: {handshake: {version: null, error: {code: -1, message: 'x'}}}},
  ],
});
