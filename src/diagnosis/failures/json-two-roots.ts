import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonTwoRoots = syntaxFailure({
  id: 'json-two-roots',
  title: 'The file holds two objects instead of one',
  kinds: ['two-roots'],
  signatures: [
    says(/Unexpected non-whitespace character after JSON/i, 'likely'),
    says(/Extra data: line \d+ column \d+/i, 'likely'),
    says(/End of file expected/i, 'possible'),
  ],
  remedies: ["Join the two objects: a file holds exactly one { … }; move the second one's servers into the first"],
  says: (trouble, file) =>
    `The file ends, as JSON sees it, before ${lineOf(trouble, file)}; there a second object begins, and a JSON file holds exactly one.`,
  why: 'A JSON file holds exactly one object.',
  repair: (trouble, file) =>
    `Join what begins in ${lineOf(trouble, file)} with the first object, so that the file holds one { … }`,
});
