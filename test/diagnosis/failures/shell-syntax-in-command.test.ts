import {expect, test} from 'vitest';
import {shellSyntaxInCommand} from '../../../src/diagnosis/failures/shell-syntax-in-command.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'cd /srv/app && ./start --fast',
      args: null,
    },
  },
  command: {
    command: 'cd /srv/app && ./start --fast',
    args: [],
    resolved: null,
    look: null,
    shellSyntax: ['&&', 'cd'],
    words: ['cd', '/srv/app', '&&', './start', '--fast'],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(shellSyntaxInCommand, broken);
  expect(finding?.cause).toContain('shell');
  expect(finding?.cause).toContain('&&');
  expect(finding?.cause).toContain('cd /srv/app');
  expect(finding?.fixes[0]?.title).toContain('sh -c');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes'], edit: {kind: 'rewrite', how: {how: 'wrap-shell', shell: ['sh', '-c']}}},
  });
});

test('not when the command is a plain program', () => {
  expect(
    judged(shellSyntaxInCommand, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});

test('not when such a sign is part of a path that exists', () => {
  expect(
    judged(shellSyntaxInCommand, {
      entry: {},
      command: {
        command: '/opt/R&D/server',
        resolved: '/opt/R&D/server',
        shellSyntax: ['&'],
      },
    }),
  ).toBeUndefined();
});
