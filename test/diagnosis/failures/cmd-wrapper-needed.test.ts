import {expect, test} from 'vitest';
import {cmdWrapperNeeded} from '../../../src/diagnosis/failures/cmd-wrapper-needed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  machine: {
    platform: 'win32',
  },
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', '@notes/server'],
    },
  },
  command: {
    command: 'npx',
    args: ['-y', '@notes/server'],
    resolved: 'C:\\Program Files\\nodejs\\npx.cmd',
    needsCmdWrapper: true,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(cmdWrapperNeeded, broken);
  expect(finding?.cause).toContain('npx');
  expect(finding?.cause).toContain('cmd /c');
  expect(finding?.cause).toContain('Windows');
  expect(finding?.fixes[0]?.title).toContain('cmd /c');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes'], edit: {kind: 'rewrite', how: {how: 'wrap-command', words: ['cmd', '/c']}}},
  });
});

test('not when the wrapper is there', () => {
  expect(
    judged(cmdWrapperNeeded, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        command: 'cmd',
        args: ['/c', 'npx'],
        needsCmdWrapper: false,
      },
    }),
  ).toBeUndefined();
});
