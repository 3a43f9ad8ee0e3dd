import {startNotPermitted} from '../../../src/diagnosis/failures/start-not-permitted.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(startNotPermitted, {
  matches: [
    {
      name: 'EACCES on a file without the right',
      evidence: {
        command: {resolved: '/srv/notes/run', look: {path: '/srv/notes/run', isExecutable: false}},
        launch: {spawnError: {code: 'EACCES', message: 'spawn /srv/notes/run EACCES'}},
      },
      cause: [/EACCES/, /\/srv\/notes\/run/],
      fix: 'chmod +x /srv/notes/run',
    },
    {
      name: 'EPERM',
      evidence: {launch: {argv: ['/mnt/usb/notes'], spawnError: {code: 'EPERM', message: 'spawn EPERM'}}},
      cause: [/\/mnt\/usb\/notes/],
    },
  ],
  misses: [{name: 'ENOENT', evidence: {launch: {spawnError: {code: 'ENOENT', message: 'spawn x ENOENT'}}}}],
});
