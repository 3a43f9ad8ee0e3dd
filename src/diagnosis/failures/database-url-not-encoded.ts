import type {Evidence} from '../../model/evidence.ts';
import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const databaseUrlNotEncoded = defineSaidFailure({
  id: 'database-url-not-encoded',
  class: 'config',
  title: 'A password in a database address is not encoded',
  patterns: [
    /invalid (?:dsn|connection (?:string|option|URI))[^\n]*(?:percent-encoded|port|character)[^\n]*/i,
    /(?:invalid percent-encoded token|URI malformed|invalid URL escape "[^"]*")/,
    /invalid (?:integer value "[^"]*" for connection option "port"|port ":[^"]*" after host)/,
  ],
  alsoKnownAs: [/ERR_INVALID_URL/],
  remedies: [
    'Percent-encode the special characters of the password in the address (% is %25, @ is %40, # is %23, / is %2F)',
  ],
  cause: ({match}, evidence) =>
    `The database address${urlName(evidence) === null ? '' : ` in ${urlName(evidence) ?? ''}`} cannot be read ("${clip(match, 120)}"): a character of the password such as %, @, # or / stands there without being encoded.`,
  fixes: (_, evidence) => {
    const name = urlName(evidence);
    return [
      name === null
        ? advise('encode', 'Percent-encode the password in the address (% is %25, @ is %40, # is %23, / is %2F)')
        : askVariable(
            evidence,
            name,
            `Set ${name} in "env" to the address with an encoded password (% is %25, @ is %40, # is %23, / is %2F)`,
          ),
    ];
  },
});

const urlName = (evidence: Evidence): string | null =>
  givenNames(evidence).find((name) => /UR[LI]|DSN|CONNECTION/i.test(name)) ?? null;
