import {addressNotHere} from '../../../src/diagnosis/failures/address-not-here.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(addressNotHere, {
  matches: [
    {
      text: 'Error: listen EADDRNOTAVAIL: address not available 10.0.0.5:3000',
      with: {entry: {envNames: ['NOTES_HOST']}},
      cause: [/10\.0\.0\.5:3000/],
      fix: /NOTES_HOST to "127\.0\.0\.1"/,
    },
    {text: 'OSError: [Errno 99] Die angeforderte Adresse kann nicht zugewiesen werden', cause: [/Errno 99/]},
    {text: 'listen tcp 10.0.0.5:80: bind: cannot assign requested address', cause: [/no network card/]},
  ],
  misses: ['Error: listen EADDRINUSE: address already in use 127.0.0.1:3000', 'OSError: [Errno 990] custom'],
});
