import {expect, test} from 'vitest';
import {valueWithSpace} from '../../../src/diagnosis/failures/value-with-space.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      env: {
        NOTES_TOKEN: ' [secret]',
      },
    },
    values: [
      {
        path: ['env', 'NOTES_TOKEN'],
        text: ' [secret]',
        isSecret: true,
        hasOuterSpace: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(valueWithSpace, broken);
  expect(finding?.cause).toContain('"NOTES_TOKEN"');
  expect(finding?.cause).toContain('space');
  expect(finding?.fixes[0]?.title).toContain('Remove the space');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {edit: {kind: 'rewrite', how: {how: 'trim'}}}});
});

test('not when a text may begin with a space', () => {
  expect(
    judged(valueWithSpace, {
      entry: {
        values: [
          {
            path: ['env', 'GREETING'],
            text: ' hello',
            hasOuterSpace: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when spaces around a header are dropped on the way', () => {
  expect(
    judged(valueWithSpace, {
      entry: {
        values: [
          {
            path: ['headers', 'Authorization'],
            text: 'Bearer [secret] ',
            isSecret: true,
            hasOuterSpace: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
