import {nativeBuildFailed} from '../../../src/diagnosis/failures/native-build-failed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(nativeBuildFailed, {
  matches: [
    {
      text: 'Failed to build `lxml==5.3.0`\n  Error: Please make sure the libxml2 and libxslt development packages are installed.',
      cause: [/libxml2/],
    },
    {
      text: 'gyp ERR! find Python Python is not set from command line or npm configuration',
      cause: [/compiled here/],
      fix: /compiler/,
    },
    {text: 'ERROR: Failed building wheel for psycopg2', cause: [/psycopg2/]},
  ],
  misses: ['error: build is not configured'],
});
