import {expect, test} from 'vitest';
import {windowsNotRunnable} from '../../../src/diagnosis/failures/windows-not-runnable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  machine: {
    platform: 'win32',
  },
  entry: {
    raw: {
      command: 'C:\\tools\\notes-mcp',
    },
  },
  command: {
    command: 'C:\\tools\\notes-mcp',
    resolved: 'C:\\tools\\notes-mcp',
    isPath: true,
    isAbsolute: true,
    look: {
      path: 'C:\\tools\\notes-mcp',
      shebang: {
        line: '#!/usr/bin/env node',
        interpreter: 'node',
        interpreterFound: 'C:\\node\\node.exe',
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(windowsNotRunnable, broken);
  expect(finding?.cause).toContain('C:\\tools\\notes-mcp');
  expect(finding?.cause).toContain('Windows');
  expect(finding?.cause).toContain('ending');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "node"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {edit: {kind: 'rewrite', how: {how: 'wrap-command', words: ['node']}}},
  });
});

test('not when the program has its ending', () => {
  expect(
    judged(windowsNotRunnable, {
      machine: {
        platform: 'win32',
      },
      entry: {},
      command: {
        resolved: 'C:\\node\\node.exe',
      },
    }),
  ).toBeUndefined();
});

test('not when another system needs no ending', () => {
  expect(
    judged(windowsNotRunnable, {
      entry: {},
      command: {
        resolved: '/usr/bin/notes',
      },
    }),
  ).toBeUndefined();
});
