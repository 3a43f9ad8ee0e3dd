import {expect, test} from 'vitest';
import {jsonMergeConflict} from '../../../src/diagnosis/failures/json-merge-conflict.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'merge-conflict',
      place: {
        line: 5,
        column: 1,
      },
      message: 'Unexpected token \'<\', ..."\n<<<<<<< HE"... is not valid JSON',
      lineText: '<<<<<<< HEAD',
      caret: 1,
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(jsonMergeConflict, broken);
  expect(finding?.cause).toContain('merge conflict');
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Resolve the merge conflict');
  expect(finding?.fixes[0]?.kind).toBe('advice');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonMergeConflict, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonMergeConflict, {file: {}})).toBeUndefined();
});
