import {portInUse} from '../../../src/diagnosis/failures/port-in-use.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(portInUse, {
  matches: [
    {text: 'Web server failed to start. Port 8080 was already in use.', cause: [/port 8080/]},
    {
      text: 'Error: listen EADDRINUSE: address already in use :::3000',
      with: {entry: {}},
      cause: [/3000/],
      fix: 'Set PORT to "3001"',
    },
    {text: 'OSError: [Errno 98] address already in use', cause: [/a port/]},
  ],
  misses: ['Browser is already in use', 'listening on port 3000'],
});
