import {expect, test} from 'vitest';
import {headerArgumentSplit} from '../../../src/diagnosis/failures/header-argument-split.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  machine: {
    platform: 'win32',
  },
  entry: {
    client: 'claude-desktop',
    rules: {
      client: 'claude-desktop',
      clientName: 'Claude Desktop',
    },
    command: 'npx',
    args: ['-y', 'mcp-remote', 'https://mcp.notes.example/mcp', '--header', 'Authorization: Bearer [secret]'],
    raw: {
      command: 'npx',
      args: ['-y', 'mcp-remote', 'https://mcp.notes.example/mcp', '--header', 'Authorization: Bearer [secret]'],
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(headerArgumentSplit, broken);
  expect(finding?.cause).toContain('argument 5');
  expect(finding?.cause).toContain('space');
  expect(finding?.cause).toContain('Claude Desktop');
  expect(finding?.fixes[0]?.title).toContain('Authorization:${AUTH_HEADER}');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the header has no space', () => {
  expect(
    judged(headerArgumentSplit, {
      machine: {
        platform: 'win32',
      },
      entry: {
        client: 'cursor',
        command: 'npx',
        args: ['mcp-remote', 'https://mcp.notes.example/mcp', '--header', 'Authorization:${AUTH_HEADER}'],
      },
    }),
  ).toBeUndefined();
});

test('not when this client quotes its arguments', () => {
  expect(
    judged(headerArgumentSplit, {
      entry: {
        command: 'npx',
        args: ['mcp-remote', 'https://mcp.notes.example/mcp', '--header', 'X-Team: a b'],
      },
    }),
  ).toBeUndefined();
});
