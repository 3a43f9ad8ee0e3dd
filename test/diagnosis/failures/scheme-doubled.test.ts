import {expect, test} from 'vitest';
import {schemeDoubled} from '../../../src/diagnosis/failures/scheme-doubled.ts';
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
        Authorization: 'Bearer Bearer [secret]',
      },
    },
    values: [
      {
        path: ['headers', 'Authorization'],
        text: 'Bearer Bearer [secret]',
        isSecret: true,
        scheme: 'Bearer',
        hasDoubledScheme: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(schemeDoubled, broken);
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.cause).toContain('twice');
  expect(finding?.fixes[0]?.title).toContain('Write "Bearer" once');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {edit: {kind: 'rewrite', how: {how: 'set-scheme', scheme: 'Bearer'}}},
  });
});

test('not when it stands once', () => {
  expect(
    judged(schemeDoubled, {
      entry: {
        values: [
          {
            path: ['headers', 'Authorization'],
            text: 'Bearer [secret]',
            isSecret: true,
            scheme: 'Bearer',
          },
        ],
      },
    }),
  ).toBeUndefined();
});
