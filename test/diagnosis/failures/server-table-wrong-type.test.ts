import {expect, test} from 'vitest';
import {serverTableWrongType} from '../../../src/diagnosis/failures/server-table-wrong-type.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    rootFound: 'array',
    serverNames: [],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverTableWrongType, broken);
  expect(finding?.cause).toContain('mcpServers');
  expect(finding?.cause).toContain('a list');
  expect(finding?.fixes[0]?.title).toContain('Turn "mcpServers" into an object');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the servers stand in a table', () => {
  expect(
    judged(serverTableWrongType, {
      file: {},
    }),
  ).toBeUndefined();
});

test('not when this client reads a list', () => {
  expect(
    judged(serverTableWrongType, {
      file: {
        client: 'continue',
        rootFound: 'array',
      },
    }),
  ).toBeUndefined();
});

test('a map where Continue wants a list', () => {
  const file = {client: 'continue', clientName: 'Continue', format: 'yaml', serverNames: ['notes']} as const;
  expect(judged(serverTableWrongType, {file: {...file, rootFound: 'object'}})?.cause).toMatch(/expects a list/);
  expect(judged(serverTableWrongType, {file: {...file, rootFound: 'array'}})).toBeUndefined();
  expect(judged(serverTableWrongType, {file: {...file, format: 'json', rootFound: 'object'}})).toBeUndefined();
});
