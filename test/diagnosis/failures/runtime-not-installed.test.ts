import {expect, test} from 'vitest';
import {runtimeNotInstalled} from '../../../src/diagnosis/failures/runtime-not-installed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'uvx',
      args: ['notes-server'],
    },
  },
  command: {
    command: 'uvx',
    args: ['notes-server'],
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(runtimeNotInstalled, broken);
  expect(finding?.cause).toContain('uvx');
  expect(finding?.cause).toContain('not installed');
  expect(finding?.cause).toContain('uv');
  expect(finding?.fixes[0]?.title).toContain('Install uv');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when it is installed elsewhere', () => {
  expect(
    judged(runtimeNotInstalled, {
      entry: {},
      command: {
        command: 'uvx',
        resolved: null,
        look: null,
        elsewhere: [
          {
            path: '/home/ada/.local/bin/uvx',
            source: 'known-folder',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test("not when the program is nobody's runtime", () => {
  expect(
    judged(runtimeNotInstalled, {
      entry: {},
      command: {
        command: 'notes-mcp',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
