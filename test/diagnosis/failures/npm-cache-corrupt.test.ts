import {npmCacheCorrupt} from '../../../src/diagnosis/failures/npm-cache-corrupt.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmCacheCorrupt, {
  matches: [
    {
      text: 'npm error code EINTEGRITY\nnpm error sha512-abc integrity checksum failed',
      with: {entry: {}},
      cause: [/damaged/],
      fix: 'npm cache verify',
    },
    {text: "Error: Cannot find module '/home/ada/.npm/_npx/1a/node_modules/zod/index.cjs'", cause: [/half installed/]},
  ],
  misses: ["Error: Cannot find module '/srv/notes/index.js'"],
});
