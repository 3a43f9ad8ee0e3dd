import {expect, test} from 'vitest';
import {cmdWrapperOnUnix} from '../../../src/diagnosis/failures/cmd-wrapper-on-unix.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'cmd',
      args: ['/c', 'npx', '-y', '@notes/server'],
    },
  },
  command: {
    command: 'cmd',
    args: ['/c', 'npx', '-y', '@notes/server'],
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(cmdWrapperOnUnix, broken);
  expect(finding?.cause).toContain('cmd /c');
  expect(finding?.cause).toContain('Windows');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "npx"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {edit: {kind: 'merge', values: {command: 'npx', args: ['-y', '@notes/server']}}},
  });
});

test('not when this is Windows', () => {
  expect(
    judged(cmdWrapperOnUnix, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        command: 'cmd',
        args: ['/c', 'npx'],
        resolved: 'C:\\Windows\\System32\\cmd.exe',
      },
    }),
  ).toBeUndefined();
});

test('not when another program is missing', () => {
  expect(
    judged(cmdWrapperOnUnix, {
      entry: {},
      command: {
        command: 'uvx',
        args: ['x'],
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
