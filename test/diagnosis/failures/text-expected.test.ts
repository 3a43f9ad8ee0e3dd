import {expect, test} from 'vitest';
import {textExpected} from '../../../src/diagnosis/failures/text-expected.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
      env: {
        PORT: 3000,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(textExpected, broken);
  expect(finding?.cause).toContain('"PORT"');
  expect(finding?.cause).toContain('3000');
  expect(finding?.cause).toContain('text');
  expect(finding?.fixes[0]?.title).toContain('Put "PORT" in quotes');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'env', 'PORT'], edit: {kind: 'rewrite', how: {how: 'to-text'}}},
  });
});

test('not when all values are texts', () => {
  expect(
    judged(textExpected, {
      entry: {
        raw: {
          command: 'node',
          env: {
            PORT: '3000',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when a time limit is a number by right', () => {
  expect(
    judged(textExpected, {
      entry: {
        raw: {
          command: 'node',
          timeout: 60000,
        },
      },
    }),
  ).toBeUndefined();
});
