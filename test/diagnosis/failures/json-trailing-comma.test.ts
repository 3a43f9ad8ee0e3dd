import {expect, test} from 'vitest';
import {jsonTrailingComma} from '../../../src/diagnosis/failures/json-trailing-comma.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'trailing-comma',
      place: {
        line: 5,
        column: 28,
      },
      message: 'Expected double-quoted property name in JSON at position 88 (line 6 column 5)',
      lineText: '      "args": ["server.js"],',
      caret: 28,
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
  const finding = judged(jsonTrailingComma, broken);
  expect(finding?.cause).toContain('comma');
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Remove the comma in line 5');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonTrailingComma, {file: {syntax: {kind: 'missing-comma'}}})).toBeUndefined();
  expect(judged(jsonTrailingComma, {file: {}})).toBeUndefined();
});
