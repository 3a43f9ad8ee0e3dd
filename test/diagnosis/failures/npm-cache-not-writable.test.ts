import {npmCacheNotWritable} from '../../../src/diagnosis/failures/npm-cache-not-writable.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmCacheNotWritable, {
  matches: [
    {
      text: 'npm error code EACCES\nnpm error Your cache folder contains root-owned files, due to a bug in previous versions of npm',
      with: {entry: {}},
      cause: [/root/],
      fix: 'npm_config_cache',
    },
  ],
  misses: ['Error: EACCES: permission denied, open /var/log/notes.log'],
});
