import {expect, test} from 'vitest';
import {serverRejected} from '../../../src/diagnosis/failures/server-rejected.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    isProjectFile: true,
    standing: {
      state: 'rejected',
      decidedBy: {
        file: '/srv/app/.claude/settings.local.json',
        path: ['disabledMcpjsonServers', 0],
        line: 3,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverRejected, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('"disabledMcpjsonServers"');
  expect(finding?.cause).toContain('line 3');
  expect(finding?.cause).toContain('rejected');
  expect(finding?.fixes[0]?.title).toContain('Take "notes" out of "disabledMcpjsonServers"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {file: '/srv/app/.claude/settings.local.json', path: ['disabledMcpjsonServers', 0], edit: {kind: 'remove'}},
  });
});

test('not when nobody has answered yet', () => {
  expect(
    judged(serverRejected, {
      entry: {
        standing: {
          state: 'not-approved',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the server is active', () => {
  expect(
    judged(serverRejected, {
      entry: {},
    }),
  ).toBeUndefined();
});
