import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise, argumentsOf} from '../facts/launch-fixes.ts';
import {pathFixes} from '../facts/launch-paths.ts';
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
  cause: ({groups, trouble}, evidence) =>
    isCannotOpen(groups['what'])
      ? `The database file ${fileOf(evidence) ?? 'that the server is given'} cannot be opened or made: its folder does not exist, or may not be written ("${groups['what'] ?? ''}").`
      : `The server's database is not set up${trouble === 'list' ? ', and it fails on tools/list' : ''}: ${groups['what'] ?? ''}.`,
  fixes: ({groups}, evidence) => [
    ...(isCannotOpen(groups['what']) ? cannotOpenFixes(evidence) : []),
    advise(
      'migrate',
      `Run the set-up or migration of the server, so that its database has what it needs (${clip(groups['what'] ?? '', 80)}); or correct the name of the database`,
    ),
  ],
});

const isCannotOpen = (what: string | undefined): boolean => /unable to open|CANTOPEN/.test(what ?? '');

/** The argument or variable that names a database file. */
const fileOf = (evidence: Evidence): string | null =>
  [...argumentsOf(evidence), ...(seen(evidence, 'entry')?.values ?? []).map(({text}) => text)].find((word) =>
    /^[^\s?]{1,400}\.(?:db|db3|sqlite|sqlite3|duckdb)$/i.test(word),
  ) ?? null;

const cannotOpenFixes = (evidence: Evidence): readonly Fix[] => {
  const file = fileOf(evidence);
  return file === null
    ? [advise('make-folder', 'Create the folder of the database file, or correct its path in "args" or "env"')]
    : [
        ...pathFixes(evidence, file, 'whose folder exists'),
        advise('make-folder', `Or create the folder of ${file}, and let your user write into it`),
      ];
};
