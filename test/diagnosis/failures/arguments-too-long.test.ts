import {argumentsTooLong} from '../../../src/diagnosis/failures/arguments-too-long.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(argumentsTooLong, {
  matches: [
    {
      name: 'E2BIG',
      evidence: {
        entry: {values: [{path: ['env', 'NOTES_SCHEMA'], length: 400000}]},
        launch: {spawnError: {code: 'E2BIG', message: 'spawn E2BIG'}},
      },
      cause: [/E2BIG/, /env\.NOTES_SCHEMA/],
      fix: /file/,
    },
  ],
  misses: [{name: 'EACCES', evidence: {launch: {spawnError: {code: 'EACCES', message: 'spawn EACCES'}}}}],
});
