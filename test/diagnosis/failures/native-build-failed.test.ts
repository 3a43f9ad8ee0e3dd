import {nativeBuildFailed} from '../../../src/diagnosis/failures/native-build-failed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(nativeBuildFailed, {
  matches: [
    {
      text: 'gyp ERR! find Python Python is not set from command line or npm configuration',
      cause: [/compiled here/],
      fix: /compiler/,
    },
    {text: 'ERROR: Failed building wheel for psycopg2', cause: [/psycopg2/]},
  ],
  misses: ['error: build is not configured'],
});
