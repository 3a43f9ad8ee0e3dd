import {expect, test} from 'vitest';
import {bothCommandAndUrl} from '../../../src/diagnosis/failures/both-command-and-url.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
      url: 'https://mcp.notes.example/mcp',
    },
    url: 'https://mcp.notes.example/mcp',
    transport: 'unknown',
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(bothCommandAndUrl, broken);
  expect(finding?.cause).toContain('"command"');
  expect(finding?.cause).toContain('"url"');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Remove "url"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {path: ['mcpServers', 'notes', 'url'], edit: {kind: 'remove'}}});
});

test('not when there is only a command', () => {
  expect(
    judged(bothCommandAndUrl, {
      entry: {},
    }),
  ).toBeUndefined();
});
