import {expect, test} from 'vitest';
import {jsonBackslash} from '../../../src/diagnosis/failures/json-backslash.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'backslash',
      place: {
        line: 5,
        column: 19,
      },
      message: 'Bad escaped character in JSON at position 61 (line 5 column 20)',
      lineText: '      "args": ["C:\\Users\\ada\\server.js"]',
      caret: 19,
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
  const finding = judged(jsonBackslash, broken);
  expect(finding?.cause).toContain('backslash');
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Double the backslashes');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonBackslash, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonBackslash, {file: {}})).toBeUndefined();
});
