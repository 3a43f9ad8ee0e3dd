import {killedBySignal} from '../../../src/diagnosis/failures/killed-by-signal.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(killedBySignal, {
  matches: [
    {
      name: 'SIGKILL',
      evidence: {launch: {exit: {code: null, signal: 'SIGKILL'}, endedDuring: 'initialize'}},
      cause: [/SIGKILL/, /memory/],
    },
    {name: '139 from a shell', evidence: {launch: {exit: {code: 139}}}, cause: [/SIGSEGV/], fix: /fits this processor/},
    {
      name: 'killed during tools/list',
      evidence: {
        launch: {exit: {code: null, signal: 'SIGABRT'}, endedDuring: 'tools/list'},
        handshake: {},
        tools: {closed: true},
      },
      cause: [/tools\/list/],
    },
  ],
  misses: [
    {
      name: 'an exception of .NET, which tells its own reason and then aborts',
      evidence: {
        launch: {exit: {code: 134}, stderr: 'Unhandled exception. System.Exception: no notebook\n   at Main()'},
      },
    },
    {name: 'exit code 1', evidence: {launch: {exit: {code: 1}}}},
    {
      name: 'we closed it with a signal after it worked',
      evidence: {launch: {closing: {by: 'sigterm'}}, handshake: {}, tools: {}},
    },
  ],
});
