import {expect, test} from 'vitest';
import {serverNameReserved} from '../../../src/diagnosis/failures/server-name-reserved.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    name: 'workspace',
    at: ['mcpServers', 'workspace'],
    standing: {
      state: 'blocked',
      decidedBy: {
        path: ['mcpServers', 'workspace'],
        line: 3,
        owner: 'Claude Code, which keeps this name',
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverNameReserved, broken);
  expect(finding?.cause).toContain('workspace');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.cause).toContain('name');
  expect(finding?.fixes[0]?.title).toContain('Rename "workspace" to "workspace-server"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'workspace'], edit: {kind: 'rename', to: 'workspace-server'}},
  });
});

test('not when an administrator blocks the server', () => {
  expect(
    judged(serverNameReserved, {
      entry: {
        standing: {
          state: 'blocked',
          decidedBy: {
            file: '/etc/claude-code/managed-settings.json',
            path: ['deniedMcpServers', 0],
            line: 3,
            owner: 'administrator',
          },
        },
      },
    }),
  ).toBeUndefined();
});
