import {crashOnToolsList} from '../../../src/diagnosis/failures/crash-on-tools-list.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(crashOnToolsList, {
  matches: [
    {
      name: 'exit code 3',
      evidence: {
        launch: {stderr: 'FATAL: notebook index is broken', exit: {code: 3}, endedDuring: 'tools/list'},
        handshake: {},
        tools: {closed: true, stoppedAt: 'error'},
      },
      cause: [/exit code 3/, /notebook index is broken/, /tools\/list/],
    },
    {
      name: 'after everything was answered',
      evidence: {
        launch: {stderr: 'panic: licence check failed', exit: {code: 7}, endedDuring: 'idle'},
        handshake: {},
        tools: {},
      },
      cause: [/exit code 7/, /by itself/, /licence check failed/],
    },
    {name: 'a remote end', evidence: {handshake: {}, tools: {closed: true}}, cause: [/closed the connection/]},
  ],
  misses: [
    {name: 'fine', evidence: {launch: {}, handshake: {}, tools: {}}},
    {name: 'it ended before the hello', evidence: {launch: {exit: {code: 1}}, tools: {count: 0}}},
  ],
});
