import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const databaseNotSetUp = defineSaidFailure({
  id: 'database-not-set-up',
  title: 'The database lacks what the server needs',
  patterns: [
    /(?<what>(?:database|relation|table|schema) "?[^"\s]+"? does not exist)/,
    /(?<what2>no such table: \S+)/,
    /(?<what3>Unknown database '[^']+')/,
    /(?<what5>unable to open database file(?:: [^\s\n]{1,200})?|SQLITE_CANTOPEN)/,
    /(?<what4>Table '[^']+' doesn't exist)/,
  ],
  remedies: ['Run the set-up or migration of the server', 'Correct the name of the database'],
  cause: ({groups, trouble}) =>
    `The server's database is not set up${trouble === 'list' ? ', and it fails on tools/list' : ''}: ${groups['what'] ?? ''}.`,
  fixes: ({groups}) => [
    advise(
      'migrate',
      `Run the set-up or migration of the server, so that its database has what it needs (${clip(groups['what'] ?? '', 80)}); or correct the name of the database`,
    ),
  ],
});
