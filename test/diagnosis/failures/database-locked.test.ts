import {databaseLocked} from '../../../src/diagnosis/failures/database-locked.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(databaseLocked, {
  matches: [{text: 'FATAL: notes database is locked (SQLITE_BUSY)', cause: [/database is locked/], fix: /Close/}],
  misses: ['account is locked'],
});
