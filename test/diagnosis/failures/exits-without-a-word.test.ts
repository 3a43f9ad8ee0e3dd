import {exitsWithoutAWord} from '../../../src/diagnosis/failures/exits-without-a-word.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(exitsWithoutAWord, {
  matches: [
    {
      name: 'exit code 0 before initialize was answered',
      evidence: {launch: {exit: {code: 0}, endedDuring: 'initialize', stdout: ''}},
      cause: [/exit code 0/, /standard input/],
    },
    {
      name: 'a container',
      evidence: {
        entry: {command: 'docker', args: ['run', '--rm', 'acme/notes']},
        launch: {exit: {code: 0}, endedDuring: 'initialize'},
      },
      cause: [/-i/],
    },
  ],
  misses: [
    {name: 'an end with exit code 1', evidence: {launch: {exit: {code: 1}}}},
    {name: 'a server that works', evidence: {launch: {}, handshake: {}, tools: {}}},
  ],
});
