import {databaseSignInRefused} from '../../../src/diagnosis/failures/database-sign-in-refused.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(databaseSignInRefused, {
  matches: [
    {
      text: 'error: password authentication failed for user "notes"',
      with: {entry: {envNames: ['DATABASE_URL']}},
      cause: [/"notes"/, /DATABASE_URL/],
      fix: 'Set DATABASE_URL',
    },
  ],
  misses: ['invalid api key'],
});
