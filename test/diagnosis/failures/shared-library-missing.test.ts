import {sharedLibraryMissing} from '../../../src/diagnosis/failures/shared-library-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(sharedLibraryMissing, {
  matches: [
    {
      text: 'notes: error while loading shared libraries: libssl.so.1.1: cannot open shared object file',
      cause: [/libssl\.so\.1\.1/],
      fix: /libssl/,
    },
  ],
  misses: ['cannot open file /srv/lib.txt'],
});
