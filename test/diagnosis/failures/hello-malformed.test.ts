import {helloMalformed} from '../../../src/diagnosis/failures/hello-malformed.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(helloMalformed, {
  matches: [
    {
      name: 'no serverInfo',
      evidence: {handshake: {malformed: [{field: 'serverInfo', seen: 'missing'}]}},
      cause: [/"serverInfo" is missing/],
      fix: /serverInfo/,
    },
  ],
  misses: [{name: 'complete', evidence: {handshake: {}}}],
});
