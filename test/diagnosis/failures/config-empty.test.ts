import {expect, test} from 'vitest';
import {configEmpty} from '../../../src/diagnosis/failures/config-empty.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'empty',
      place: {
        line: 1,
        column: 1,
      },
      message: 'Unexpected end of JSON input',
      lineText: '',
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
  const finding = judged(configEmpty, broken);
  expect(finding?.cause).toContain('is empty');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Write an empty configuration');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(1);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(configEmpty, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(configEmpty, {file: {}})).toBeUndefined();
});
