import {expect, test} from 'vitest';
import {configBom} from '../../../src/diagnosis/failures/config-bom.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'bom',
      place: {
        line: 1,
        column: 1,
      },
      message: "Unexpected token '﻿' in JSON at position 0",
      lineText: '{',
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
  const finding = judged(configBom, broken);
  expect(finding?.cause).toContain('invisible mark');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Remove the byte order mark');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(1);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(configBom, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(configBom, {file: {}})).toBeUndefined();
});
