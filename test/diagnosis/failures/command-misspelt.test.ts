import {expect, test} from 'vitest';
import {commandMisspelt} from '../../../src/diagnosis/failures/command-misspelt.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'pyhton3',
    },
  },
  command: {
    command: 'pyhton3',
    resolved: null,
    look: null,
    nearNames: [
      {
        path: '/usr/bin/python3',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandMisspelt, broken);
  expect(finding?.cause).toContain('pyhton3');
  expect(finding?.cause).toContain('not found');
  expect(finding?.cause).toContain('python3');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "python3"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: 'python3'}},
  });
});

test('not when nothing is near', () => {
  expect(
    judged(commandMisspelt, {
      entry: {},
      command: {
        command: 'notes-mcp',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});

test('not when the program itself stands elsewhere, so its name is right', () => {
  expect(
    judged(commandMisspelt, {
      entry: {},
      command: {
        command: 'uvx',
        resolved: null,
        look: null,
        nearNames: [
          {
            path: '/usr/bin/uux',
          },
        ],
        elsewhere: [
          {
            path: '/home/ada/.local/bin/uvx',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a well-known program is just not installed', () => {
  expect(
    judged(commandMisspelt, {
      entry: {},
      command: {
        command: 'bun',
        resolved: null,
        look: null,
        nearNames: [
          {
            path: '/usr/bin/bunzip2',
          },
          {
            path: '/usr/bin/bc',
          },
        ],
      },
    }),
  ).toBeUndefined();
});
