import {upstreamUnreachable} from '../../../src/diagnosis/failures/upstream-unreachable.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(upstreamUnreachable, {
  matches: [
    {text: 'Error: connect ECONNREFUSED 127.0.0.1:5432', cause: [/127\.0\.0\.1:5432/], fix: /Start the service/},
    {text: 'dial tcp 127.0.0.1:6379: connect: connection refused', cause: [/6379/]},
    {
      text: 'Error: getaddrinfo ENOTFOUND db.internal',
      with: {entry: {envNames: ['DATABASE_URL']}},
      cause: [/db\.internal/],
      fix: 'DATABASE_URL',
    },
  ],
  misses: ['the user refused the connection request form', 'Error: invalid api key'],
});
