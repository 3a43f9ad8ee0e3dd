import {expect, test} from 'vitest';
import {npxStrayWord} from '../../../src/diagnosis/failures/npx-stray-word.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', 'install', '@notes/server'],
    },
  },
  command: {
    command: 'npx',
    args: ['-y', 'install', '@notes/server'],
    resolved: '/usr/bin/npx',
    package: {
      runner: 'npx',
      spec: 'install',
      name: 'install',
      argIndex: 1,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(npxStrayWord, broken);
  expect(finding?.cause).toContain('"install"');
  expect(finding?.cause).toContain('npx');
  expect(finding?.fixes[0]?.title).toContain('Remove "install"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {path: ['mcpServers', 'notes', 'args', 1], edit: {kind: 'remove'}}});
});

test('not when the first word is the package', () => {
  expect(
    judged(npxStrayWord, {
      entry: {},
      command: {
        command: 'npx',
        args: ['-y', '@notes/server', 'install'],
        package: {
          runner: 'npx',
          spec: '@notes/server',
          name: '@notes/server',
          argIndex: 1,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when npm itself is told to execute', () => {
  expect(
    judged(npxStrayWord, {
      entry: {},
      command: {
        command: 'npm',
        args: ['exec', '-y', '@notes/server'],
        package: {
          runner: 'npm exec',
          name: '@notes/server',
          argIndex: 2,
        },
      },
    }),
  ).toBeUndefined();
});
