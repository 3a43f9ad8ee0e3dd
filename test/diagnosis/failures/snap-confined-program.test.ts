import {snapConfinedProgram} from '../../../src/diagnosis/failures/snap-confined-program.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(snapConfinedProgram, {
  matches: [
    {
      name: 'uvx from snap',
      evidence: {
        command: {resolved: '/snap/bin/uvx', elsewhere: [{path: '/home/ada/.local/bin/uvx'}]},
        entry: {command: 'uvx', args: ['notes']},
        launch: {spawnError: {code: 'EACCES', message: 'Permission denied (os error 13)'}},
      },
      cause: [/\/snap\/bin\/uvx/],
      fix: 'Set "command" to "/home/ada/.local/bin/uvx"',
    },
  ],
  misses: [
    {
      name: 'another program',
      evidence: {
        command: {resolved: '/usr/bin/uvx'},
        launch: {spawnError: {code: 'EACCES', message: 'Permission denied'}},
      },
    },
    {
      name: 'a snap that fails otherwise',
      evidence: {command: {resolved: '/snap/bin/node'}, launch: {exit: {code: 1}, stderr: 'SyntaxError: x'}},
    },
  ],
});
