import {expect, test} from 'vitest';
import {cwdMissing} from '../../../src/diagnosis/failures/cwd-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
      cwd: '/home/ada/code/notes',
    },
    rules: {
      fields: {
        cwd: 'cwd',
      },
    },
  },
  command: {
    cwd: {
      path: '/home/ada/code/notes',
      exists: false,
      isFolder: false,
      isConfigured: true,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(cwdMissing, broken);
  expect(finding?.cause).toContain('cwd');
  expect(finding?.cause).toContain('/home/ada/code/notes');
  expect(finding?.cause).toContain('does not exist');
  expect(finding?.fixes[0]?.title).toContain('Set "cwd"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the folder is there', () => {
  expect(
    judged(cwdMissing, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});

test('not when a file stands there, which is another failure', () => {
  expect(
    judged(cwdMissing, {
      entry: {},
      command: {
        cwd: {
          exists: true,
          isFolder: false,
          isConfigured: true,
        },
      },
    }),
  ).toBeUndefined();
});
