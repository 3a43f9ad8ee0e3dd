import {serverClosesOnFirstMessage} from '../../../src/diagnosis/failures/server-closes-on-first-message.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(serverClosesOnFirstMessage, {
  matches: [
    {
      name: 'closed at initialize',
      evidence: {handshake: {version: null, asked: [{outcome: 'closed'}]}},
      cause: [/closes the connection/, /initialize/],
    },
  ],
  misses: [
    {name: 'silence', evidence: {handshake: {version: null, timedOut: true, asked: [{outcome: 'silence'}]}}},
    {name: 'answered', evidence: {handshake: {}}},
  ],
});
