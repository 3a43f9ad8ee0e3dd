import {messageWithoutLineEnd} from '../../../src/diagnosis/failures/message-without-line-end.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(messageWithoutLineEnd, {
  matches: [
    {
      name: 'no newline',
      evidence: {
        launch: {oddities: [{kind: 'no-newline', sample: '{"jsonrpc":"2.0","id":1}'}]},
        handshake: {version: null, timedOut: true},
      },
      cause: [/newline/],
      fix: /newline/,
    },
  ],
  misses: [{name: 'with newline', evidence: {launch: {}, handshake: {}}}],
});
