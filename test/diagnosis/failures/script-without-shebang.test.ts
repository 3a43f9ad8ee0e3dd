import {scriptWithoutShebang} from '../../../src/diagnosis/failures/script-without-shebang.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(scriptWithoutShebang, {
  matches: [
    {
      name: 'a Python file',
      evidence: {
        entry: {
          command: '/srv/notes/server.py',
          args: ['--stdio'],
          raw: {command: '/srv/notes/server.py', args: ['--stdio']},
        },
        command: {resolved: '/srv/notes/server.py', look: {shebang: null}},
        launch: {spawnError: {code: 'ENOEXEC', message: 'spawn ENOEXEC'}},
      },
      cause: [/server\.py/, /python3/],
      fix: 'Set "command" to "python3"',
    },
  ],
  misses: [
    {
      name: 'a binary',
      evidence: {
        command: {resolved: '/opt/notes', look: {}},
        launch: {spawnError: {code: 'ENOEXEC', message: 'spawn ENOEXEC'}},
      },
    },
    {name: 'a script that works', evidence: {command: {resolved: '/srv/notes.js', look: {shebang: null}}, launch: {}}},
  ],
});
