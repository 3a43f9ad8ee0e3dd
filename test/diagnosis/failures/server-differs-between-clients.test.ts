import {expect, test} from 'vitest';
import {serverDiffersBetweenClients} from '../../../src/diagnosis/failures/server-differs-between-clients.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    siblings: [
      {
        client: 'cursor',
        scope: 'user',
        file: '/home/ada/.cursor/mcp.json',
        line: 4,
        differs: ['args'],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverDiffersBetweenClients, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('cursor');
  expect(finding?.cause).toContain('args');
  expect(finding?.fixes[0]?.title).toContain('Compare');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when both say the same', () => {
  expect(
    judged(serverDiffersBetweenClients, {
      entry: {
        siblings: [
          {
            client: 'cursor',
            differs: [],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when only the type key differs, which each client spells in its own way', () => {
  expect(
    judged(serverDiffersBetweenClients, {
      entry: {
        siblings: [
          {
            client: 'cursor',
            differs: ['type'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the other one is a scope of the same client', () => {
  expect(
    judged(serverDiffersBetweenClients, {
      entry: {
        siblings: [
          {
            client: 'claude-code',
            differs: ['args'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});
