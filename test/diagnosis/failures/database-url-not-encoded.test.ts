import {databaseUrlNotEncoded} from '../../../src/diagnosis/failures/database-url-not-encoded.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(databaseUrlNotEncoded, {
  matches: [
    {
      text: 'invalid dsn: invalid percent-encoded token: "p%ss"',
      with: {entry: {envNames: ['DATABASE_URL']}},
      cause: [/DATABASE_URL/],
      fix: /%25/,
    },
  ],
  misses: ['invalid dsn: host is missing', 'Invalid URL'],
});
