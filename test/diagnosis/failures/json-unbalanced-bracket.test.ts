import {expect, test} from 'vitest';
import {jsonUnbalancedBracket} from '../../../src/diagnosis/failures/json-unbalanced-bracket.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'extra-bracket',
      place: {
        line: 8,
        column: 6,
      },
      message: 'Unexpected non-whitespace character after JSON at position 99',
      lineText: '    }}',
      caret: 6,
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
  const finding = judged(jsonUnbalancedBracket, broken);
  expect(finding?.cause).toContain('bracket too many');
  expect(finding?.cause).toContain('line 8');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Remove the bracket');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(8);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonUnbalancedBracket, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonUnbalancedBracket, {file: {}})).toBeUndefined();
});
