import {expect, test} from 'vitest';
import {jsonMissingComma} from '../../../src/diagnosis/failures/json-missing-comma.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'missing-comma',
      place: {
        line: 5,
        column: 5,
      },
      message: "Expected ',' or '}' after property value in JSON at position 61 (line 5 column 5)",
      lineText: '    "github": {',
      caret: 5,
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
  const finding = judged(jsonMissingComma, broken);
  expect(finding?.cause).toContain('comma is missing');
  expect(finding?.cause).toContain('is missing in line 5');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Add a comma');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonMissingComma, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonMissingComma, {file: {}})).toBeUndefined();
});
