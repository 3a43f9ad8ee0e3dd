import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonUnquoted = syntaxFailure({
  id: 'json-unquoted',
  title: 'A name or text has no quotes',
  kinds: ['unquoted-key', 'unquoted-value'],
  signatures: [says(/Expected property name or '}' in JSON/i, 'likely')],
  remedies: ['Put every name and every text of the JSON file in double quotes'],
  says: (trouble, file) =>
    `${trouble.kind === 'unquoted-key' ? 'A name' : 'A text'} in ${lineOf(trouble, file)} stands without quotes; JSON wants double quotes around every name and text.`,
  why: 'In JSON every name and every text stands in double quotes.',
  repair: (trouble, file) =>
    `Put double quotes around the ${trouble.kind === 'unquoted-key' ? 'name' : 'text'} in ${lineOf(trouble, file)}`,
});
