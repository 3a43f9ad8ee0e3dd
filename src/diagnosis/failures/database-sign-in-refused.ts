import type {Evidence} from '../../model/evidence.ts';
import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const databaseSignInRefused = defineSaidFailure({
  id: 'database-sign-in-refused',
  class: 'auth',
  title: 'The database refuses the sign-in',
  patterns: [
    /password authentication failed for user "?(?<user>[^"\s]+)/,
    /Access denied for user '(?<user2>[^']*)'/,
    /Login failed for user '(?<user3>[^']+)'/,
    /WRONGPASS|NOAUTH Authentication required/,
    /(?:MongoServerError: )?Authentication failed\.|SCRAM authentication failed/,
    /role "(?<user4>[^"]+)" does not exist/,
  ],
  remedies: ['Correct the user and the password in the address of the database'],
  cause: ({groups, match}, evidence) =>
    `The database refuses the sign-in${groups['user'] === undefined ? '' : ` of the user "${groups['user']}"`} ("${clip(match, 120)}"): user or password${credential(evidence) === null ? '' : ` in ${credential(evidence) ?? ''}`} are not right.`,
  fixes: (_, evidence) => {
    const name = credential(evidence);
    return [
      name === null
        ? advise('correct-password', "Correct the user and the password in the server's database settings")
        : askVariable(evidence, name, `Set ${name} in "env" to the right value`),
    ];
  },
});

const credential = (evidence: Evidence): string | null =>
  givenNames(evidence).find((name) => /PASS|UR[LI]|DSN|CONNECTION/i.test(name)) ?? null;
