import {expect, test} from 'vitest';
import {jsonComment} from '../../../src/diagnosis/failures/json-comment.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'comment',
      place: {
        line: 1,
        column: 1,
      },
      message: 'Unexpected token \'/\', "// team se"... is not valid JSON',
      lineText: '// team servers',
      caret: 1,
      repair: [
        {
          offset: 40,
          length: 1,
          text: '',
        },
      ],
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(jsonComment, broken);
  expect(finding?.cause).toContain('comment');
  expect(finding?.cause).toContain('line 1');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Remove the comment');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(1);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonComment, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonComment, {file: {}})).toBeUndefined();
});
