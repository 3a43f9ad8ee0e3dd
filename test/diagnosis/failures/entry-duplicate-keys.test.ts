import {expect, test} from 'vitest';
import {entryDuplicateKeys} from '../../../src/diagnosis/failures/entry-duplicate-keys.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    duplicateKeys: [
      {
        path: ['mcpServers', 'notes', 'env'],
        lines: [5, 9],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(entryDuplicateKeys, broken);
  expect(finding?.cause).toContain('"env"');
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('line 9');
  expect(finding?.fixes[0]?.title).toContain('Join the two "env"');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when every key stands once', () => {
  expect(
    judged(entryDuplicateKeys, {
      entry: {},
    }),
  ).toBeUndefined();
});

test("not when the whole server stands twice, which the file's rule names", () => {
  expect(
    judged(entryDuplicateKeys, {
      entry: {
        duplicateKeys: [
          {
            path: ['mcpServers', 'notes'],
            lines: [5, 9],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('an error where the command that counts leads nowhere, a warning where it works', () => {
  const twice = {entry: {duplicateKeys: [{path: ['mcpServers', 'notes', 'command'], lines: [4, 5]}]}};
  expect(judged(entryDuplicateKeys, {...twice, command: {resolved: null}})?.severity).toBe('error');
  expect(judged(entryDuplicateKeys, {...twice, command: {}})?.severity).toBe('warning');
});

test('the whole server twice is the cause where the one that counts cannot start', () => {
  const twice = {entry: {duplicateKeys: [{path: ['mcpServers', 'notes'], lines: [4, 9]}]}};
  const finding = judged(entryDuplicateKeys, {...twice, command: {resolved: null}});
  expect(finding?.severity).toBe('error');
  expect(finding?.cause).toContain('line 4 and line 9');
  expect(finding?.fixes[0]?.title).toContain('remove the one that is out of date');
  expect(judged(entryDuplicateKeys, {...twice, command: {}})).toBeUndefined();
});
