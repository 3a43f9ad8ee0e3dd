import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonComment = syntaxFailure({
  id: 'json-comment',
  title: 'A comment stands in a file that allows none',
  kinds: ['comment'],
  signatures: [
    says(/Unexpected token '?\/'?.* (is not valid JSON|in JSON)/i, 'likely'),
    says(/comments? (are|is) not (permitted|allowed|supported) in JSON/i, 'certain'),
  ],
  remedies: [
    'Remove the comments (// … and /* … */) from the file',
    'Keep the remark in a README: this client reads strict JSON, which has no comments',
  ],
  says: (trouble, file) =>
    `A comment stands in ${lineOf(trouble, file)}; this file is strict JSON, which has no comments.`,
  why: 'Strict JSON knows no comments; this client reads nothing else.',
  repair: (trouble, file) => `Remove the comment in ${lineOf(trouble, file)}`,
});
