import {expect, test} from 'vitest';
import {mapExpected} from '../../../src/diagnosis/failures/map-expected.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: null,
      args: null,
      type: 'http',
      url: 'https://mcp.notes.example/mcp',
      headers: 'Authorization: Bearer [secret]',
    },
    command: null,
    args: [],
    url: 'https://mcp.notes.example/mcp',
    transport: 'http',
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(mapExpected, broken);
  expect(finding?.cause).toContain('"headers"');
  expect(finding?.cause).toContain('object');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Turn "headers" into an object');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'headers'], edit: {kind: 'rewrite', how: {how: 'to-map'}}},
  });
});

test('not when they are an object', () => {
  expect(
    judged(mapExpected, {
      entry: {
        raw: {
          command: 'node',
          env: {
            A: 'b',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when there are none', () => {
  expect(
    judged(mapExpected, {
      entry: {
        raw: {
          command: 'node',
          env: null,
        },
      },
    }),
  ).toBeUndefined();
});
