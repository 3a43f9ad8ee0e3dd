import {expect, test} from 'vitest';
import {cwdNotAFolder} from '../../../src/diagnosis/failures/cwd-not-a-folder.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
      cwd: '/srv/notes/server.js',
    },
    rules: {
      fields: {
        cwd: 'cwd',
      },
    },
  },
  command: {
    cwd: {
      path: '/srv/notes/server.js',
      exists: true,
      isFolder: false,
      isConfigured: true,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(cwdNotAFolder, broken);
  expect(finding?.cause).toContain('cwd');
  expect(finding?.cause).toContain('/srv/notes/server.js');
  expect(finding?.cause).toContain('file');
  expect(finding?.fixes[0]?.title).toContain('Set "cwd" to "/srv/notes"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'cwd'], edit: {kind: 'set', value: '/srv/notes'}},
  });
});

test('not when it is a folder', () => {
  expect(
    judged(cwdNotAFolder, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});
