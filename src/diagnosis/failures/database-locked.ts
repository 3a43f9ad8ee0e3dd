import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const databaseLocked = defineSaidFailure({
  id: 'database-locked',
  title: "The server's database is locked",
  waitingHelps: true,
  patterns: [
    /database is locked[^\n]*/,
    /SQLITE_BUSY/,
    /(?:could not|unable to) (?:acquire|obtain|get) (?:the |a )?lock[^\n]*/i,
    /Resource temporarily unavailable[^\n]*lock|lock file [^\n]*(?:exists|held)/i,
    /IO Error: Could not set lock on file/,
  ],
  remedies: [
    'Close the other program or session that uses the same database',
    'Give each session a database file of its own',
  ],
  cause: ({match, trouble}) =>
    `Another program holds the server's database: "${clip(match, 120)}"${trouble === 'list' ? ', so it ends on tools/list' : ''}.`,
  fixes: () => [
    advise('close-other', 'Close the other session or program that uses the same database, then try again'),
    advise('own-file', 'If it comes again: give each session a database file of its own'),
  ],
});
