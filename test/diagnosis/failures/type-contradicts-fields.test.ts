import {expect, test} from 'vitest';
import {typeContradictsFields} from '../../../src/diagnosis/failures/type-contradicts-fields.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: null,
      args: null,
      type: 'stdio',
      url: 'https://mcp.notes.example/mcp',
    },
    command: null,
    args: [],
    url: 'https://mcp.notes.example/mcp',
    transport: 'stdio',
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(typeContradictsFields, broken);
  expect(finding?.cause).toContain('"stdio"');
  expect(finding?.cause).toContain('"url"');
  expect(finding?.cause).toContain('"command"');
  expect(finding?.fixes[0]?.title).toContain('Set "type" to "http"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when type and fields agree', () => {
  expect(
    judged(typeContradictsFields, {
      entry: {
        raw: {
          command: null,
          args: null,
          type: 'http',
          url: 'https://mcp.notes.example/mcp',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when a program with its own type', () => {
  expect(
    judged(typeContradictsFields, {
      entry: {
        raw: {
          type: 'stdio',
          command: 'node',
        },
      },
    }),
  ).toBeUndefined();
});
