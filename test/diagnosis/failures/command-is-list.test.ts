import {expect, test} from 'vitest';
import {commandIsList} from '../../../src/diagnosis/failures/command-is-list.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: ['npx', '-y', '@notes/server'],
      args: null,
    },
    command: null,
    args: [],
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandIsList, broken);
  expect(finding?.cause).toContain('"command"');
  expect(finding?.cause).toContain('list');
  expect(finding?.cause).toContain('"args"');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "npx"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {edit: {kind: 'merge', values: {command: 'npx', args: ['-y', '@notes/server']}}},
  });
});

test('not when the client wants a list', () => {
  expect(
    judged(commandIsList, {
      entry: {
        raw: {
          command: ['npx', 'x'],
        },
        rules: {
          commandIsArray: true,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the command is a text', () => {
  expect(
    judged(commandIsList, {
      entry: {},
    }),
  ).toBeUndefined();
});
