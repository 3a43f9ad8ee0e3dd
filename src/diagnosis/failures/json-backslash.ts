import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonBackslash = syntaxFailure({
  id: 'json-backslash',
  title: 'A path has single backslashes',
  kinds: ['backslash'],
  signatures: [
    says(/Bad escaped character in JSON/i, 'likely'),
    says(/Unexpected token '?U'? in JSON/, 'likely'),
    says(/invalid escape|\\\\U invalid escape|Bad Unicode escape in JSON/i, 'likely'),
  ],
  remedies: ['Double every backslash of a Windows path ("C:\\\\Users"), or write it with / instead'],
  says: (trouble, file) =>
    `A single backslash stands in ${lineOf(trouble, file)}; inside JSON a backslash begins an escape, so a Windows path needs two ("C:\\\\Users") or a slash ("C:/Users").`,
  why: 'In JSON a backslash begins a special character, so a path needs two of them.',
  repair: (trouble, file) => `Double the backslashes in ${lineOf(trouble, file)}`,
});
