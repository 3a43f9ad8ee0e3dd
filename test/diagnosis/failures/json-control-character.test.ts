import {expect, test} from 'vitest';
import {jsonControlCharacter} from '../../../src/diagnosis/failures/json-control-character.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'control-character',
      place: {
        line: 7,
        column: 22,
      },
      message: 'Bad control character in string literal in JSON at position 90',
      lineText: '        "TOKEN": "abc',
      caret: 22,
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
  const finding = judged(jsonControlCharacter, broken);
  expect(finding?.cause).toContain('control character');
  expect(finding?.cause).toContain('line 7');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Take the control character out');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(7);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonControlCharacter, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonControlCharacter, {file: {}})).toBeUndefined();
});
