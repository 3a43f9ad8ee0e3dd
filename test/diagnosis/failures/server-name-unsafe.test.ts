import {expect, test} from 'vitest';
import {serverNameUnsafe} from '../../../src/diagnosis/failures/server-name-unsafe.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    name: 'notes.v2',
    at: ['mcpServers', 'notes.v2'],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverNameUnsafe, broken);
  expect(finding?.cause).toContain('notes.v2');
  expect(finding?.cause).toContain('tool');
  expect(finding?.fixes[0]?.title).toContain('Rename "notes.v2" to "notes-v2"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes.v2'], edit: {kind: 'rename', to: 'notes-v2'}},
  });
});

test('not when the name is plain', () => {
  expect(
    judged(serverNameUnsafe, {
      entry: {},
    }),
  ).toBeUndefined();
});

test("not when the client does not put the server's name in front of tools", () => {
  expect(
    judged(serverNameUnsafe, {
      entry: {
        name: 'notes.v2',
        rules: {
          toolPrefix: '',
        },
      },
    }),
  ).toBeUndefined();
});
