import {expect, test} from 'vitest';
import {argsNotList} from '../../../src/diagnosis/failures/args-not-list.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: '/srv/notes/server.js',
    },
    args: [],
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(argsNotList, broken);
  expect(finding?.cause).toContain('"args"');
  expect(finding?.cause).toContain('list (array)');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Turn "args" into a list (array)');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args'], edit: {kind: 'rewrite', how: {how: 'to-list', split: false}}},
  });
});

test('not when args is a list', () => {
  expect(
    judged(argsNotList, {
      entry: {},
    }),
  ).toBeUndefined();
});

test('not when there are no args', () => {
  expect(
    judged(argsNotList, {
      entry: {
        raw: {
          command: 'notes-server',
        },
      },
    }),
  ).toBeUndefined();
});
