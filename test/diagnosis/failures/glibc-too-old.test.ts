import {glibcTooOld} from '../../../src/diagnosis/failures/glibc-too-old.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(glibcTooOld, {
  matches: [
    {
      text: "notes-mcp: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by notes-mcp)",
      cause: [/GLIBC_2\.38/],
      fix: /static/,
    },
  ],
  misses: ['version 2.38 not found'],
});
