import {expect, test} from 'vitest';
import {folderNotTrusted} from '../../../src/diagnosis/failures/folder-not-trusted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    client: 'gemini-cli',
    isProjectFile: true,
    rules: {
      client: 'gemini-cli',
      clientName: 'Gemini CLI',
    },
    standing: {
      state: 'not-approved',
      decidedBy: {
        file: '/home/ada/.gemini/trustedFolders.json',
        path: [],
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(folderNotTrusted, broken);
  expect(finding?.cause).toContain('Gemini CLI');
  expect(finding?.cause).toContain('trust');
  expect(finding?.fixes[0]?.title).toContain('Trust the folder');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the client waits for an approval of this one server', () => {
  expect(
    judged(folderNotTrusted, {
      entry: {
        isProjectFile: true,
        standing: {
          state: 'not-approved',
          decidedBy: {
            file: '/srv/app/.claude/settings.local.json',
            path: ['enabledMcpjsonServers'],
          },
        },
      },
    }),
  ).toBeUndefined();
});
