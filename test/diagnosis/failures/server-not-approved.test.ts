import {expect, test} from 'vitest';
import {serverNotApproved} from '../../../src/diagnosis/failures/server-not-approved.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    file: '/srv/app/.mcp.json',
    place: {
      file: '/srv/app/.mcp.json',
    },
    isProjectFile: true,
    standing: {
      state: 'not-approved',
      decidedBy: {
        file: '/srv/app/.claude/settings.local.json',
        path: ['enabledMcpjsonServers'],
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverNotApproved, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('/srv/app/.mcp.json');
  expect(finding?.cause).toContain('approve');
  expect(finding?.fixes[0]?.title).toContain('Approve "notes"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      file: '/srv/app/.claude/settings.local.json',
      path: ['enabledMcpjsonServers'],
      edit: {kind: 'set', value: ['notes']},
    },
  });
});

test('not when the folder as a whole is not trusted', () => {
  expect(
    judged(serverNotApproved, {
      entry: {
        standing: {
          state: 'rejected',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the server is approved', () => {
  expect(
    judged(serverNotApproved, {
      entry: {
        isProjectFile: true,
      },
    }),
  ).toBeUndefined();
});
