import {databaseNotSetUp} from '../../../src/diagnosis/failures/database-not-set-up.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(databaseNotSetUp, {
  matches: [
    {text: 'sqlite3.OperationalError: unable to open database file', cause: [/unable to open database file/]},
    {text: 'sqlite3.OperationalError: no such table: notes', cause: [/no such table: notes/], fix: /migration/},
  ],
  misses: ['file does not exist', 'command not found'],
});
