import {expect, test} from 'vitest';
import {commandIsFolder} from '../../../src/diagnosis/failures/command-is-folder.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/srv/notes',
    },
  },
  command: {
    command: '/srv/notes',
    isPath: true,
    isAbsolute: true,
    resolved: null,
    look: {
      path: '/srv/notes',
      kind: 'folder',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandIsFolder, broken);
  expect(finding?.cause).toContain('/srv/notes');
  expect(finding?.cause).toContain('folder');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to the program in /srv/notes');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when it is a file', () => {
  expect(
    judged(commandIsFolder, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});
