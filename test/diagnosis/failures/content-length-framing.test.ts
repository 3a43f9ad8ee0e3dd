import {contentLengthFraming} from '../../../src/diagnosis/failures/content-length-framing.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(contentLengthFraming, {
  matches: [
    {
      name: 'framed answer',
      evidence: {
        launch: {oddities: [{kind: 'content-length', sample: 'Content-Length: 152\r\n\r\n{"jsonrpc":"2.0"'}]},
        handshake: {version: null, timedOut: true},
      },
      cause: [/Content-Length: 152/, /one JSON message a line/],
      fix: /newline/,
    },
  ],
  misses: [{name: 'plain lines', evidence: {launch: {}, handshake: {}}}],
});
