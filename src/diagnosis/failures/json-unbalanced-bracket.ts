import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonUnbalancedBracket = syntaxFailure({
  id: 'json-unbalanced-bracket',
  title: 'A bracket is missing or too many',
  kinds: ['extra-bracket', 'missing-bracket'],
  signatures: [says(/(missing|unbalanced|unmatched|extra) (closing )?(bracket|brace)/i, 'likely')],
  remedies: ['Remove the bracket that is too much, or add the one that is missing'],
  says: (trouble, file) =>
    `${trouble.kind === 'extra-bracket' ? 'A bracket too many stands' : 'A bracket is missing'} in ${lineOf(trouble, file)}, so that opening and closing brackets do not match.`,
  why: 'Every bracket that opens must close, and the other way round.',
  repair: (trouble, file) =>
    `${trouble.kind === 'extra-bracket' ? 'Remove the bracket too many' : 'Add the missing bracket'} in ${lineOf(trouble, file)}`,
});
