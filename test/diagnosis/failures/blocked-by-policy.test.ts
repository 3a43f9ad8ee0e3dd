import {expect, test} from 'vitest';
import {blockedByPolicy} from '../../../src/diagnosis/failures/blocked-by-policy.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    standing: {
      state: 'blocked',
      decidedBy: {
        file: '/etc/claude-code/managed-settings.json',
        path: ['deniedMcpServers', 2],
        line: 14,
        owner: 'root',
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(blockedByPolicy, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('deniedMcpServers');
  expect(finding?.cause).toContain('/etc/claude-code/managed-settings.json');
  expect(finding?.fixes[0]?.title).toContain('Ask the administrator');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the person switched it off', () => {
  expect(
    judged(blockedByPolicy, {
      entry: {
        standing: {
          state: 'disabled',
        },
      },
    }),
  ).toBeUndefined();
});
