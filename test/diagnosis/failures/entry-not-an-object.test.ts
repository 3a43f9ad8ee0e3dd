import {expect, test} from 'vitest';
import {entryNotAnObject} from '../../../src/diagnosis/failures/entry-not-an-object.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: 'npx -y @notes/server',
    command: null,
    args: [],
    transport: 'unknown',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(entryNotAnObject, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('a text');
  expect(finding?.fixes[0]?.title).toContain('Write "notes" as an object');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the entry is an object', () => {
  expect(
    judged(entryNotAnObject, {
      entry: {},
    }),
  ).toBeUndefined();
});
