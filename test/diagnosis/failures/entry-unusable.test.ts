import {expect, test} from 'vitest';
import {entryUnusable} from '../../../src/diagnosis/failures/entry-unusable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(entryUnusable, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Compare "notes"');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the client accepts the entry', () => {
  expect(
    judged(entryUnusable, {
      entry: {},
    }),
  ).toBeUndefined();
});
