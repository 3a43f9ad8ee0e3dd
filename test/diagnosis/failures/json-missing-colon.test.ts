import {expect, test} from 'vitest';
import {jsonMissingColon} from '../../../src/diagnosis/failures/json-missing-colon.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'equals-sign',
      place: {
        line: 4,
        column: 17,
      },
      message: "Expected ':' after property name in JSON at position 52",
      lineText: '      "command" = "node",',
      caret: 17,
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
  const finding = judged(jsonMissingColon, broken);
  expect(finding?.cause).toContain('equals sign');
  expect(finding?.cause).toContain('line 4');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('colon');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(4);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonMissingColon, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonMissingColon, {file: {}})).toBeUndefined();
});
