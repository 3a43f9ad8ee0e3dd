import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonMissingComma = syntaxFailure({
  id: 'json-missing-comma',
  title: 'A comma is missing between two items',
  kinds: ['missing-comma'],
  signatures: [
    says(/Expected ',' or '[}\]]' after (property value|array element) in JSON/i, 'likely'),
    says(/Unexpected string in JSON at position/i, 'likely'),
  ],
  remedies: ['Add a comma after the item before the place that the message names'],
  says: (trouble, file) =>
    `A comma is missing in ${lineOf(trouble, file)}: two items stand next to each other with nothing between them.`,
  why: 'In JSON a comma stands between every two items.',
  repair: (trouble, file) => `Add a comma in ${lineOf(trouble, file)}`,
});
