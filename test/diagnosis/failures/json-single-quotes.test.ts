import {expect, test} from 'vitest';
import {jsonSingleQuotes} from '../../../src/diagnosis/failures/json-single-quotes.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'single-quotes',
      place: {
        line: 4,
        column: 7,
      },
      message: "Expected property name or '}' in JSON at position 42",
      lineText: "      'command': 'node',",
      caret: 7,
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
  const finding = judged(jsonSingleQuotes, broken);
  expect(finding?.cause).toContain('single quotes');
  expect(finding?.cause).toContain('line 4');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('double quotes');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(4);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonSingleQuotes, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonSingleQuotes, {file: {}})).toBeUndefined();
});
