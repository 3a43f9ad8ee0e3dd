import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonTypographicQuotes = syntaxFailure({
  id: 'json-typographic-quotes',
  title: 'Curly quotes stand where JSON wants straight ones',
  kinds: ['typographic-quotes'],
  signatures: [
    says(/Unexpected token '?[\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb]/, 'certain'),
    says(/(smart|curly|typographic) quotes?/i, 'likely'),
  ],
  remedies: ['Replace the curly quotes “ ” with straight double quotes "'],
  says: (trouble, file) =>
    `${lineOf(trouble, file)[0]?.toUpperCase()}${lineOf(trouble, file).slice(1)} has curly quotes (typographic quotes: “ ”) where JSON needs straight ones (").`,
  why: 'JSON takes only the straight double quotes of the keyboard.',
  repair: (trouble, file) => `Replace the curly quotes with straight quotes in ${lineOf(trouble, file)}`,
});
