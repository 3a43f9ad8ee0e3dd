import {expect, test} from 'vitest';
import {jsonTypographicQuotes} from '../../../src/diagnosis/failures/json-typographic-quotes.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'typographic-quotes',
      place: {
        line: 4,
        column: 7,
      },
      message: "Expected property name or '}' in JSON at position 42",
      lineText: '      “command”: “node”,',
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
  const finding = judged(jsonTypographicQuotes, broken);
  expect(finding?.cause).toContain('curly quotes');
  expect(finding?.cause).toContain('ine 4');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('straight quotes');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(4);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonTypographicQuotes, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonTypographicQuotes, {file: {}})).toBeUndefined();
});
