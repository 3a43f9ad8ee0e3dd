import {dataFromNewerVersion} from '../../../src/diagnosis/failures/data-from-newer-version.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dataFromNewerVersion, {
  matches: [
    {
      text: 'Error: migration failed: database schema version 12 is newer than this program supports (9)',
      cause: [/12/, /newer/],
      fix: /Update the server/,
    },
    {
      text: 'FATAL: this vault was created by a newer version of Notes',
      cause: [/newer version/],
    },
  ],
  misses: ['A newer version of notes-mcp is available', 'UnsupportedClassVersionError: class file version 65.0'],
});
