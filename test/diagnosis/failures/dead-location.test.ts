import {expect, test} from 'vitest';
import {deadLocation} from '../../../src/diagnosis/failures/dead-location.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    path: '/home/ada/.claude/mcp.json',
    deadLocation: {
      expectedBy: 'claude-code',
      realPlace: '/home/ada/.claude.json',
      hasServers: true,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(deadLocation, broken);
  expect(finding?.cause).toContain('/home/ada/.claude/mcp.json');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.cause).toContain('/home/ada/.claude.json');
  expect(finding?.fixes[0]?.title).toContain('Move the servers to /home/ada/.claude.json');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the file is read by its client', () => {
  expect(
    judged(deadLocation, {
      file: {},
    }),
  ).toBeUndefined();
});

test('not when the file holds no server', () => {
  expect(
    judged(deadLocation, {
      file: {
        deadLocation: {
          hasServers: false,
        },
      },
    }),
  ).toBeUndefined();
});
