import {expect, test} from 'vitest';
import {jsonTruncated} from '../../../src/diagnosis/failures/json-truncated.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'truncated',
      place: {
        line: 5,
        column: 28,
      },
      message: 'Unexpected end of JSON input',
      lineText: '      "args": ["server.js"]',
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
  const finding = judged(jsonTruncated, broken);
  expect(finding?.cause).toContain('ends in the middle');
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Close what is open');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonTruncated, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonTruncated, {file: {}})).toBeUndefined();
});
