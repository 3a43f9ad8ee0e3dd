import {stdoutNoise} from '../../../src/diagnosis/failures/stdout-noise.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(stdoutNoise, {
  matches: [
    {
      name: 'glued to the first answer',
      evidence: {
        launch: {noise: [{text: 'Connecting to notes database... ', isGlued: true}], noiseCount: 1},
        handshake: {version: null, timedOut: true},
      },
      cause: [/Connecting to notes database/, /stdout/],
      fix: /stderr/,
    },
    {
      name: 'a log line during tools/list',
      evidence: {
        launch: {noise: [{text: 'listing tools', phase: 'during-list'}], noiseCount: 2},
        handshake: {},
        tools: {},
      },
      cause: [/tools\/list/, /one of 2/],
      severity: 'warning',
    },
  ],
  misses: [
    {
      name: 'framing of another protocol',
      evidence: {
        launch: {noise: [{text: 'Content-Length: 90'}], oddities: [{kind: 'content-length'}]},
        handshake: {timedOut: true, version: null},
      },
    },
    {name: 'text on standard error', evidence: {launch: {stderr: 'Server running on stdio'}, handshake: {}, tools: {}}},
    {
      name: 'a usage text of a program that ended',
      evidence: {launch: {noise: [{text: 'Usage: notes'}], exit: {code: 1}}},
    },
  ],
});
