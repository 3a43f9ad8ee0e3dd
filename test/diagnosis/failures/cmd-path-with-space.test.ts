import {expect, test} from 'vitest';
import {cmdPathWithSpace} from '../../../src/diagnosis/failures/cmd-path-with-space.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  machine: {
    platform: 'win32',
  },
  entry: {
    raw: {
      command: 'cmd',
      args: ['/c', 'C:\\Program Files\\nodejs\\npx.cmd', '-y', '@notes/server'],
    },
    args: ['/c', 'C:\\Program Files\\nodejs\\npx.cmd', '-y', '@notes/server'],
  },
  command: {
    command: 'cmd',
    args: ['/c', 'C:\\Program Files\\nodejs\\npx.cmd', '-y', '@notes/server'],
    resolved: 'C:\\Windows\\System32\\cmd.exe',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(cmdPathWithSpace, broken);
  expect(finding?.cause).toContain('C:\\Program Files\\nodejs\\npx.cmd');
  expect(finding?.cause).toContain('space');
  expect(finding?.fixes[0]?.title).toContain('Write "npx" instead');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args', 1], edit: {kind: 'set', value: 'npx'}},
  });
});

test('not when no space', () => {
  expect(
    judged(cmdPathWithSpace, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        command: 'cmd',
        args: ['/c', 'npx', '-y', 'x'],
      },
    }),
  ).toBeUndefined();
});

test('not when not through cmd', () => {
  expect(
    judged(cmdPathWithSpace, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        command: 'C:\\Program Files\\nodejs\\node.exe',
        args: ['a.js'],
      },
    }),
  ).toBeUndefined();
});
