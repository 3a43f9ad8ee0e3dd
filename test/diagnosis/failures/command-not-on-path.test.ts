import {expect, test} from 'vitest';
import {commandNotOnPath} from '../../../src/diagnosis/failures/command-not-on-path.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  machine: {
    platform: 'darwin',
    home: '/Users/ada',
  },
  entry: {
    client: 'claude-desktop',
    raw: {
      command: 'uvx',
      args: ['notes-server'],
    },
    rules: {
      client: 'claude-desktop',
      clientName: 'Claude Desktop',
      pathSource: 'gui',
    },
  },
  command: {
    command: 'uvx',
    args: ['notes-server'],
    resolved: null,
    look: null,
    path: {
      source: 'gui',
      folders: [
        {
          folder: '/usr/bin',
        },
        {
          folder: '/bin',
        },
      ],
    },
    elsewhere: [
      {
        path: '/Users/ada/.local/bin/uvx',
        source: 'shell-path',
        owner: 'uv',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandNotOnPath, broken);
  expect(finding?.cause).toContain('uvx');
  expect(finding?.cause).toContain('PATH');
  expect(finding?.cause).toContain('Claude Desktop');
  expect(finding?.cause).toContain('/Users/ada/.local/bin/uvx');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/Users/ada/.local/bin/uvx"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: '/Users/ada/.local/bin/uvx'}},
  });
});

test('not when the client finds it', () => {
  expect(
    judged(commandNotOnPath, {
      entry: {},
      command: {
        elsewhere: [
          {
            path: '/opt/node/bin/node',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when it is nowhere', () => {
  expect(
    judged(commandNotOnPath, {
      entry: {},
      command: {
        command: 'uvx',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
