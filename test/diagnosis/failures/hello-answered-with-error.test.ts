import {helloAnsweredWithError} from '../../../src/diagnosis/failures/hello-answered-with-error.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(helloAnsweredWithError, {
  matches: [
    {
      name: 'an inner error',
      evidence: {
        handshake: {version: null, error: {code: -32603, message: 'notebook is not mounted', data: 'volume n1'}},
      },
      cause: [/-32603/, /notebook is not mounted/, /volume n1/],
    },
  ],
  misses: [{name: 'answered', evidence: {handshake: {}}}],
});
