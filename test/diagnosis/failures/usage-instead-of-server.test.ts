import {usageInsteadOfServer} from '../../../src/diagnosis/failures/usage-instead-of-server.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(usageInsteadOfServer, {
  matches: [
    {
      name: 'a list of commands',
      evidence: {
        entry: {command: 'notes', args: [], raw: {command: 'notes', args: []}},
        launch: {
          stderr: 'Usage: notes COMMAND\n\nCommands:\n  serve   serve over stdio\n  sync    fetch notes\n',
          exit: {code: 2},
        },
      },
      cause: [/Usage: notes/, /exit code 2/],
      fix: /Add "(?:serve|stdio)"/,
    },
    {
      name: 'on standard output',
      evidence: {launch: {noise: [{text: 'usage: notes [-h]'}], exit: {code: 0}}},
      cause: [/usage: notes/],
    },
  ],
  misses: [
    {name: 'a server that works', evidence: {launch: {stderr: 'Usage: see docs'}, handshake: {}, tools: {}}},
    {name: 'another end', evidence: {launch: {stderr: 'memory usage: 4', exit: {code: 1}}}},
  ],
});
