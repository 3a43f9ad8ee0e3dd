import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonMergeConflict = syntaxFailure({
  id: 'json-merge-conflict',
  title: 'A merge conflict is not resolved',
  kinds: ['merge-conflict'],
  signatures: [says(/Unexpected token '?<'?,.*<<<<<<</, 'certain'), says(/^(<{7}|>{7}) \S+/m, 'certain')],
  remedies: [
    'Resolve the merge conflict: keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
  ],
  says: (trouble, file) =>
    `Marks of a merge conflict (<<<<<<<, =======, >>>>>>>) begin in ${lineOf(trouble, file)}: git could not decide between two versions and left both in the file.`,
  why: 'The marks that git leaves in a file are no part of it.',
  repair: (trouble, file) =>
    `Resolve the merge conflict that begins in ${lineOf(trouble, file)}: keep one side, delete the marks`,
});
