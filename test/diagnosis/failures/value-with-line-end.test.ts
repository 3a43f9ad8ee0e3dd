import {expect, test} from 'vitest';
import {valueWithLineEnd} from '../../../src/diagnosis/failures/value-with-line-end.ts';
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
        hasLineEnd: true,
        hasControl: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(valueWithLineEnd, broken);
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.cause).toContain('line end');
  expect(finding?.fixes[0]?.title).toContain('Take the line end out');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {edit: {kind: 'rewrite', how: {how: 'strip-control'}}}});
});

test('not when the value is one clean line', () => {
  expect(
    judged(valueWithLineEnd, {
      entry: {
        values: [
          {
            path: ['headers', 'Authorization'],
            text: 'Bearer [secret]',
            isSecret: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a text of several lines is given to a program on purpose', () => {
  expect(
    judged(valueWithLineEnd, {
      entry: {
        values: [
          {
            path: ['args', 1],
            text: 'print(1)\nprint(2)',
            hasLineEnd: true,
            hasControl: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a private key keeps its lines', () => {
  expect(
    judged(valueWithLineEnd, {
      entry: {
        values: [
          {
            path: ['env', 'PRIVATE_KEY'],
            text: '[secret:pem]',
            isSecret: true,
            family: 'pem',
            hasLineEnd: true,
            hasControl: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
