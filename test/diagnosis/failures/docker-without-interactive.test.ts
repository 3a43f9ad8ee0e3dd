import {expect, test} from 'vitest';
import {dockerWithoutInteractive} from '../../../src/diagnosis/failures/docker-without-interactive.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'docker',
      args: ['run', '--rm', 'acme/tasks'],
    },
  },
  command: {
    command: 'docker',
    args: ['run', '--rm', 'acme/tasks'],
    resolved: '/usr/bin/docker',
    package: {
      runner: 'docker',
      spec: 'acme/tasks',
      name: 'acme/tasks',
      ecosystem: 'docker',
      argIndex: 2,
      hasInteractive: false,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(dockerWithoutInteractive, broken);
  expect(finding?.cause).toContain('-i');
  expect(finding?.cause).toContain('docker run');
  expect(finding?.cause).toContain('stdin');
  expect(finding?.fixes[0]?.title).toContain('Add "-i" after "run"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args'], edit: {kind: 'insert', index: 1, value: '-i'}},
  });
});

test('not when it is there', () => {
  expect(
    judged(dockerWithoutInteractive, {
      entry: {},
      command: {
        command: 'docker',
        args: ['run', '-i', '--rm', 'acme/tasks'],
        package: {
          runner: 'docker',
          hasInteractive: true,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when another runner', () => {
  expect(
    judged(dockerWithoutInteractive, {
      entry: {},
      command: {
        command: 'npx',
        args: ['-y', 'x'],
        package: {
          runner: 'npx',
          hasInteractive: false,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when docker runs no container here', () => {
  expect(
    judged(dockerWithoutInteractive, {
      entry: {},
      command: {
        command: 'docker',
        args: ['mcp', 'gateway', 'run'],
      },
    }),
  ).toBeUndefined();
});
