import {jsonOverSeveralLines} from '../../../src/diagnosis/failures/json-over-several-lines.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(jsonOverSeveralLines, {
  matches: [
    {
      name: 'indented',
      evidence: {launch: {oddities: [{kind: 'several-lines', sample: '{\n  "jsonrpc": "2.0"\n}'}]}},
      cause: [/several lines/],
      fix: /one line/,
    },
  ],
  misses: [{name: 'one line', evidence: {launch: {}, handshake: {}}}],
});
