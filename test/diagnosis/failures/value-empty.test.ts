import {expect, test} from 'vitest';
import {valueEmpty} from '../../../src/diagnosis/failures/value-empty.ts';
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
        Authorization: 'Bearer ',
      },
    },
    values: [
      {
        path: ['headers', 'Authorization'],
        text: 'Bearer ',
        scheme: 'Bearer',
        hasOuterSpace: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(valueEmpty, broken);
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.cause).toContain('empty');
  expect(finding?.fixes[0]?.title).toContain('Put the token');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {edit: {kind: 'ask', template: 'Bearer {value}'}}});
});

test('not when the value is there', () => {
  expect(
    judged(valueEmpty, {
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

test('not when a switch is empty on purpose', () => {
  expect(
    judged(valueEmpty, {
      entry: {
        values: [
          {
            path: ['env', 'NO_COLOR'],
            text: '',
            isEmpty: true,
            length: 0,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
