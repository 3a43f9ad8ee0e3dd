import {expect, test} from 'vitest';
import {headerNotAscii} from '../../../src/diagnosis/failures/header-not-ascii.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    transport: 'http',
    url: 'https://mcp.notes.example/mcp',
    command: null,
    args: [],
    raw: {
      command: null,
      args: null,
      type: 'http',
      url: 'https://mcp.notes.example/mcp',
      headers: {
        Authorization: 'Bearer [secret]',
      },
    },
    values: [
      {
        path: ['headers', 'Authorization'],
        text: 'Bearer [secret]',
        isSecret: true,
        scheme: 'Bearer',
        hasNonAscii: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(headerNotAscii, broken);
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.cause).toContain('character');
  expect(finding?.fixes[0]?.title).toContain('Paste the token');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {edit: {kind: 'ask', isSecret: true, template: 'Bearer {value}'}}});
});

test('not when a variable may hold any letter', () => {
  expect(
    judged(headerNotAscii, {
      entry: {
        values: [
          {
            path: ['env', 'CITY'],
            text: 'Zürich',
            hasNonAscii: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
