import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const databaseNeedsTls = defineSaidFailure({
  id: 'database-needs-tls',
  class: 'config',
  title: 'The database insists on an encrypted connection',
  patterns: [
    /no pg_hba\.conf entry for [^\n]*(?:SSL off|no encryption)/,
    /(?:SSL|TLS|secure) (?:connection|transport) is required[^\n]*/i,
    /Connections using insecure transport are prohibited/,
    /server requires (?:SSL|encryption)/i,
  ],
  alsoKnownAs: [/no encryption/],
  remedies: ['Add ?sslmode=require to the address of the database'],
  cause: ({match}) =>
    `The database takes encrypted connections only, and the address that the server uses asks for none: "${clip(match, 160)}".`,
  fixes: (_, evidence) => {
    const name = givenNames(evidence).find((one) => /UR[LI]|DSN|CONNECTION/i.test(one));
    return [
      name === undefined
        ? advise('sslmode', 'Add ?sslmode=require to the address of the database')
        : askVariable(evidence, name, `Set ${name} in "env" to the same address with ?sslmode=require at its end`),
    ];
  },
});
