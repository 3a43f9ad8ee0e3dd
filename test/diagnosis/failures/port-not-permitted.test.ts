import {portNotPermitted} from '../../../src/diagnosis/failures/port-not-permitted.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(portNotPermitted, {
  matches: [
    {text: 'Error: listen EACCES: permission denied 0.0.0.0:80', with: {entry: {}}, cause: [/port 80\b/], fix: /8080/},
    {text: 'listen tcp :443: bind: permission denied', cause: [/port 443/]},
    {
      text: 'OSError: [WinError 10013] An attempt was made to access a socket in a way forbidden by its access permissions',
      cause: [/access permissions/],
    },
  ],
  misses: ['Error: listen EADDRINUSE: address already in use :::3000', "EACCES: permission denied, open '/srv/a'"],
});
