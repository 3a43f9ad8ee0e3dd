import {expect, test} from 'vitest';
import {commandNotFound} from '../../../src/diagnosis/failures/command-not-found.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'notes-mcp',
      args: [],
    },
  },
  command: {
    command: 'notes-mcp',
    args: [],
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandNotFound, broken);
  expect(finding?.cause).toContain('notes-mcp');
  expect(finding?.cause).toContain('not found');
  expect(finding?.cause).toContain('PATH');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to the full path of notes-mcp');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the program is found', () => {
  expect(
    judged(commandNotFound, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});

test('not when the file is there and only lacks its permission', () => {
  expect(
    judged(commandNotFound, {
      entry: {},
      command: {
        resolved: null,
        look: {
          exists: true,
          isExecutable: false,
        },
      },
    }),
  ).toBeUndefined();
});
