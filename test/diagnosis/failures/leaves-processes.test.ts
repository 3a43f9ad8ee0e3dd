import {leavesProcesses} from '../../../src/diagnosis/failures/leaves-processes.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(leavesProcesses, {
  matches: [
    {
      name: 'a worker',
      evidence: {launch: {closing: {survivors: [{pid: 812, command: 'node worker.js'}]}}, handshake: {}, tools: {}},
      cause: [/812/, /worker\.js/, /child process/],
    },
  ],
  misses: [{name: 'all gone', evidence: {launch: {}, handshake: {}, tools: {}}}],
});
