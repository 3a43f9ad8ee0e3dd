import {couldNotStart} from '../../../src/diagnosis/failures/could-not-start.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(couldNotStart, {
  matches: [
    {
      name: 'ENOENT',
      evidence: {launch: {argv: ['notes'], spawnError: {code: 'ENOENT', message: 'spawn notes ENOENT'}}},
      cause: [/notes/, /does not exist/],
    },
    {
      name: 'EMFILE',
      evidence: {launch: {spawnError: {code: 'EMFILE', message: 'spawn EMFILE'}}},
      cause: [/too many open files/],
      fix: /Close programs/,
    },
  ],
  misses: [{name: 'started', evidence: {launch: {}}}],
});
