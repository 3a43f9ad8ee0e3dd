import {expect, test} from 'vitest';
import {jsonUnquoted} from '../../../src/diagnosis/failures/json-unquoted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'unquoted-key',
      place: {
        line: 4,
        column: 7,
      },
      message: "Expected property name or '}' in JSON at position 40",
      lineText: '      command: "node",',
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
  const finding = judged(jsonUnquoted, broken);
  expect(finding?.cause).toContain('without quotes');
  expect(finding?.cause).toContain('line 4');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Put double quotes around the name');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(4);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonUnquoted, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonUnquoted, {file: {}})).toBeUndefined();
});
