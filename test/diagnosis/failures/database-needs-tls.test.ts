import {databaseNeedsTls} from '../../../src/diagnosis/failures/database-needs-tls.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(databaseNeedsTls, {
  matches: [
    {
      text: 'error: no pg_hba.conf entry for host "10.0.0.9", user "notes", database "notes", SSL off',
      cause: [/SSL off/],
      fix: 'sslmode=require',
    },
  ],
  misses: ['SSL certificate problem'],
});
