import {serverAlreadyInUse} from '../../../src/diagnosis/failures/server-already-in-use.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(serverAlreadyInUse, {
  matches: [
    {
      name: 'already initialized',
      evidence: {
        handshake: {version: null, error: {code: -32600, message: 'Invalid Request: Server already initialized'}},
      },
      cause: [/already initialized/],
      fix: /Restart/,
    },
  ],
  misses: [
    {name: 'another error', evidence: {handshake: {version: null, error: {code: -32600, message: 'Invalid Request'}}}},
  ],
});
