import {expect, test} from 'vitest';
import {wrongPackageRunner} from '../../../src/diagnosis/failures/wrong-package-runner.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'uvx',
      args: ['@notes/server'],
    },
  },
  command: {
    command: 'uvx',
    args: ['@notes/server'],
    resolved: '/usr/bin/uvx',
    package: {
      runner: 'uvx',
      spec: '@notes/server',
      name: '@notes/server',
      ecosystem: 'pypi',
      argIndex: 0,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(wrongPackageRunner, broken);
  expect(finding?.cause).toContain('@notes/server');
  expect(finding?.cause).toContain('npm');
  expect(finding?.cause).toContain('uvx');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "npx"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: 'npx'}},
  });
});

test('not when the runner fits', () => {
  expect(
    judged(wrongPackageRunner, {
      entry: {},
      command: {
        command: 'npx',
        package: {
          name: '@notes/server',
          ecosystem: 'npm',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when a Python package without an @', () => {
  expect(
    judged(wrongPackageRunner, {
      entry: {},
      command: {
        command: 'uvx',
        package: {
          runner: 'uvx',
          name: 'notes-server',
          ecosystem: 'pypi',
        },
      },
    }),
  ).toBeUndefined();
});
