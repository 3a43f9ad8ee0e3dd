import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonSingleQuotes = syntaxFailure({
  id: 'json-single-quotes',
  title: 'Single quotes stand where JSON wants double ones',
  kinds: ['single-quotes'],
  signatures: [
    says(/Unexpected token ('''|' in JSON)/i, 'likely'),
    says(/Expecting property name enclosed in double quotes/i, 'likely'),
  ],
  remedies: ['Replace the single quotes around names and texts with double quotes'],
  says: (trouble, file) => `A text in ${lineOf(trouble, file)} stands in single quotes; JSON knows only double quotes.`,
  why: 'JSON takes only double quotes.',
  repair: (trouble, file) => `Use double quotes in ${lineOf(trouble, file)}`,
});
