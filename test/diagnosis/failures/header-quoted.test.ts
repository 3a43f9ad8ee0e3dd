import {expect, test} from 'vitest';
import {headerQuoted} from '../../../src/diagnosis/failures/header-quoted.ts';
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
        Authorization: 'Bearer "[secret]"',
      },
    },
    values: [
      {
        path: ['headers', 'Authorization'],
        text: 'Bearer "[secret]"',
        isSecret: true,
        scheme: 'Bearer',
        quotedBy: '"',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(headerQuoted, broken);
  expect(finding?.cause).toContain('quotation marks');
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.fixes[0]?.title).toContain('Remove the quotation marks');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {edit: {kind: 'rewrite', how: {how: 'unquote'}}}});
});

test('not when the token stands bare', () => {
  expect(
    judged(headerQuoted, {
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

test('not when an entity tag is quoted by right', () => {
  expect(
    judged(headerQuoted, {
      entry: {
        values: [
          {
            path: ['headers', 'If-Match'],
            text: '"abc"',
            quotedBy: '"',
          },
        ],
      },
    }),
  ).toBeUndefined();
});
