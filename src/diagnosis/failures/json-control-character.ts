import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonControlCharacter = syntaxFailure({
  id: 'json-control-character',
  title: 'A text holds a line break or control character',
  kinds: ['control-character'],
  signatures: [
    says(/Bad control character in string literal/i, 'likely'),
    says(/Invalid control character at/i, 'likely'),
  ],
  remedies: ['Write the text on one line, or write the line break as \\n'],
  says: (trouble, file) =>
    `A text in ${lineOf(trouble, file)} holds a line break or another control character; JSON keeps a text on one line.`,
  why: 'A text in JSON stands in one line; line breaks are written as \\n.',
  repair: (trouble, file) => `Take the control character out of the text in ${lineOf(trouble, file)}`,
});
