import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonPythonLiteral = syntaxFailure({
  id: 'json-python-literal',
  title: 'A word is written as in Python',
  kinds: ['python-literal'],
  signatures: [
    says(/Unexpected token '?[TFN]'?,? .*(True|False|None)/, 'certain'),
    says(/Unexpected token '?[TFN]'? in JSON at position [1-9]/, 'likely'),
  ],
  remedies: ['Write true, false and null in small letters (not True, False, None)'],
  says: (trouble, file) =>
    `${lineOf(trouble, file)[0]?.toUpperCase()}${lineOf(trouble, file).slice(1)} has a word of Python (True, False or None); JSON writes such words in small letters.`,
  why: 'JSON writes true, false and null in small letters.',
  repair: (trouble, file) => `Write the word in ${lineOf(trouble, file)} as JSON does`,
});
