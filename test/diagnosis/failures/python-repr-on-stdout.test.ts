import {pythonReprOnStdout} from '../../../src/diagnosis/failures/python-repr-on-stdout.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(pythonReprOnStdout, {
  matches: [
    {
      name: 'single quotes',
      evidence: {launch: {oddities: [{kind: 'python-repr', sample: "{'jsonrpc': '2.0', 'id': 1}"}]}},
      cause: [/JSON/, /quotes/],
      fix: /json\.dumps/,
    },
  ],
  misses: [{name: 'JSON', evidence: {launch: {}, handshake: {}}}],
});
