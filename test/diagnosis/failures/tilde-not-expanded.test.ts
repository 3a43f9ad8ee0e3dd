import {expect, test} from 'vitest';
import {tildeNotExpanded} from '../../../src/diagnosis/failures/tilde-not-expanded.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['~/code/server.js'],
    },
    args: ['~/code/server.js'],
  },
  command: {
    args: ['~/code/server.js'],
    pathArguments: [
      {
        index: 0,
        text: '~/code/server.js',
        resolved: '/home/ada/code/server.js',
        exists: true,
        hasTilde: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(tildeNotExpanded, broken);
  expect(finding?.cause).toContain('~/code/server.js');
  expect(finding?.cause).toContain('expand');
  expect(finding?.cause).toContain('shell');
  expect(finding?.fixes[0]?.title).toContain('Write the full path "/home/ada/code/server.js"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes', 'args', 0],
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: '~/', to: '/home/ada/'}},
    },
  });
});

test('not when a shell reads the line', () => {
  expect(
    judged(tildeNotExpanded, {
      entry: {
        command: 'sh',
      },
      command: {
        command: 'sh',
        args: ['-c', 'node ~/a.js'],
        pathArguments: [
          {
            index: 1,
            text: 'node ~/a.js',
            hasTilde: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when no such sign', () => {
  expect(
    judged(tildeNotExpanded, {
      entry: {},
      command: {
        pathArguments: [
          {
            exists: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the server understands the sign and works', () => {
  expect(
    judged(tildeNotExpanded, {
      entry: {},
      command: {
        pathArguments: [
          {
            index: 1,
            text: '~/notes',
            isScript: false,
            hasTilde: true,
          },
        ],
      },
      handshake: {
        version: '2025-11-25',
      },
    }),
  ).toBeUndefined();
});
