import {ignoresClosedInput} from '../../../src/diagnosis/failures/ignores-closed-input.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(ignoresClosedInput, {
  matches: [
    {
      name: 'SIGKILL was needed',
      evidence: {launch: {closing: {by: 'sigkill', ms: 4000}}, handshake: {}, tools: {}},
      cause: [/SIGKILL/, /standard input/],
    },
  ],
  misses: [
    {name: 'it ends by itself', evidence: {launch: {}, handshake: {}}},
    {
      name: 'it never worked',
      evidence: {launch: {closing: {by: 'sigterm', ms: 900}}, handshake: {version: null, timedOut: true}},
    },
  ],
});
