import {expect, test} from 'vitest';
import {snapConfined} from '../../../src/diagnosis/failures/snap-confined.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/snap/bin/uvx',
    },
  },
  command: {
    command: '/snap/bin/uvx',
    resolved: '/snap/bin/uvx',
    isPath: true,
    isAbsolute: true,
  },
  launch: {
    spawnError: {
      code: 'EACCES',
      message: 'spawn /snap/bin/uvx EACCES',
    },
    pid: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(snapConfined, broken);
  expect(finding?.cause).toContain('/snap/bin/uvx');
  expect(finding?.cause).toContain('snap');
  expect(finding?.fixes[0]?.title).toContain('Install uv without snap');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the snap starts', () => {
  expect(
    judged(snapConfined, {
      entry: {},
      command: {
        resolved: '/snap/bin/uvx',
      },
      launch: {},
    }),
  ).toBeUndefined();
});

test('not when another program is refused', () => {
  expect(
    judged(snapConfined, {
      entry: {},
      command: {
        resolved: '/usr/bin/uvx',
      },
      launch: {
        spawnError: {
          code: 'EACCES',
        },
      },
    }),
  ).toBeUndefined();
});
