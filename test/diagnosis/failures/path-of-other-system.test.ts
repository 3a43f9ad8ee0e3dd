import {expect, test} from 'vitest';
import {pathOfOtherSystem} from '../../../src/diagnosis/failures/path-of-other-system.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'C:\\Program Files\\nodejs\\node.exe',
    },
  },
  command: {
    command: 'C:\\Program Files\\nodejs\\node.exe',
    resolved: null,
    look: null,
    elsewhere: [
      {
        path: '/usr/bin/node',
        source: 'client-path',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(pathOfOtherSystem, broken);
  expect(finding?.cause).toContain('C:\\Program Files\\nodejs\\node.exe');
  expect(finding?.cause).toContain('Windows');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/usr/bin/node"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the path is one of this system', () => {
  expect(
    judged(pathOfOtherSystem, {
      entry: {},
      command: {
        command: '/opt/node/bin/node',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});

test('not when Windows on Windows', () => {
  expect(
    judged(pathOfOtherSystem, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        command: 'C:\\node\\node.exe',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
