import {expect, test} from 'vitest';
import {approvalInWrongFile} from '../../../src/diagnosis/failures/approval-in-wrong-file.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    isProjectFile: true,
    standing: {
      state: 'not-approved',
      decidedBy: {
        file: '/srv/app/.claude/settings.json',
        path: ['enabledMcpjsonServers'],
        line: 3,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(approvalInWrongFile, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('/srv/app/.claude/settings.json');
  expect(finding?.fixes[0]?.title).toContain('Accept the trust question');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when no file approves the server', () => {
  expect(
    judged(approvalInWrongFile, {
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
