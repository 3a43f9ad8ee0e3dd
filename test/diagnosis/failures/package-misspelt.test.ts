import {expect, test} from 'vitest';
import {packageMisspelt} from '../../../src/diagnosis/failures/package-misspelt.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', '@modelcontextprotocol/server-filesytem', '/srv'],
    },
  },
  command: {
    command: 'npx',
    args: ['-y', '@modelcontextprotocol/server-filesytem', '/srv'],
    resolved: '/usr/bin/npx',
    package: {
      runner: 'npx',
      spec: '@modelcontextprotocol/server-filesytem',
      name: '@modelcontextprotocol/server-filesytem',
      argIndex: 1,
      nearKnown: '@modelcontextprotocol/server-filesystem',
      nearKnownVersion: '2026.8.31',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(packageMisspelt, broken);
  expect(finding?.cause).toContain('@modelcontextprotocol/server-filesytem');
  expect(finding?.cause).toContain('@modelcontextprotocol/server-filesystem');
  expect(finding?.fixes[0]?.title).toContain('Write "@modelcontextprotocol/server-filesystem@2026.8.31"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes', 'args', 1],
      edit: {kind: 'set', value: '@modelcontextprotocol/server-filesystem@2026.8.31'},
    },
  });
});

test('not when the name is near to nothing', () => {
  expect(
    judged(packageMisspelt, {
      entry: {},
      command: {
        package: {
          name: '@acme/tasks',
          nearKnown: null,
        },
      },
    }),
  ).toBeUndefined();
});
