import {pythonOutputBuffered} from '../../../src/diagnosis/failures/python-output-buffered.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(pythonOutputBuffered, {
  matches: [
    {
      name: 'the answer came at the end',
      evidence: {
        entry: {command: 'python3', args: ['n.py']},
        launch: {stdout: '{"jsonrpc":"2.0","id":1,"result":{}}\n', timedOut: true},
        handshake: {version: null, timedOut: true},
      },
      cause: [/buffer/],
      fix: 'PYTHONUNBUFFERED',
    },
    {
      name: 'nothing at all',
      evidence: {
        entry: {command: 'python3', args: ['n.py']},
        launch: {stdout: '', timedOut: true},
        handshake: {version: null, timedOut: true},
      },
      cause: [/Most likely/],
    },
  ],
  misses: [
    {
      name: 'already unbuffered',
      evidence: {
        entry: {command: 'python3', args: ['-u', 'n.py']},
        launch: {stdout: '', timedOut: true},
        handshake: {version: null, timedOut: true},
      },
    },
    {
      name: 'a Node server',
      evidence: {entry: {}, launch: {stdout: '', timedOut: true}, handshake: {version: null, timedOut: true}},
    },
  ],
});
