import {diskFull} from '../../../src/diagnosis/failures/disk-full.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(diskFull, {
  matches: [
    {text: 'Error: ENOSPC: no space left on device, write', cause: [/disk is full/], fix: /df -h/},
    {
      text: 'Error: ENOSPC: System limit for number of file watchers reached',
      cause: [/watchers/],
      fix: /max_user_watches/,
    },
  ],
  misses: ['free space: 2 GB'],
});
