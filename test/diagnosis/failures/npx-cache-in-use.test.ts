import {npxCacheInUse} from '../../../src/diagnosis/failures/npx-cache-in-use.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npxCacheInUse, {
  matches: [
    {
      text: 'npm error code ENOTEMPTY\nnpm error ENOTEMPTY: directory not empty, rename /home/ada/.npm/_npx/1a2b/node_modules/notes',
      with: {entry: {}},
      cause: [/same cache folder/],
      fix: 'npm_config_cache',
    },
  ],
  misses: ['npm error code E404', 'Error: ENOTEMPTY: directory not empty, rmdir /srv/notes'],
});
