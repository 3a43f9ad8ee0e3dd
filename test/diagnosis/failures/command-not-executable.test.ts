import {expect, test} from 'vitest';
import {commandNotExecutable} from '../../../src/diagnosis/failures/command-not-executable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/srv/notes/server',
    },
  },
  command: {
    command: '/srv/notes/server',
    isPath: true,
    isAbsolute: true,
    resolved: '/srv/notes/server',
    look: {
      path: '/srv/notes/server',
      isExecutable: false,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandNotExecutable, broken);
  expect(finding?.cause).toContain('/srv/notes/server');
  expect(finding?.cause).toContain('permission');
  expect(finding?.fixes[0]?.title).toContain('chmod +x');
  expect(finding?.fixes[0]?.kind).toBe('run');
  expect(finding?.fixes[0]).toMatchObject({command: ['chmod', '+x', '/srv/notes/server']});
});

test('not when it may be run', () => {
  expect(
    judged(commandNotExecutable, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});

test('not when Windows has no such mark', () => {
  expect(
    judged(commandNotExecutable, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        look: {
          isExecutable: false,
        },
      },
    }),
  ).toBeUndefined();
});
