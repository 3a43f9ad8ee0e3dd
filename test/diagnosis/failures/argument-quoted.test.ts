import {expect, test} from 'vitest';
import {argumentQuoted} from '../../../src/diagnosis/failures/argument-quoted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['"/srv/My Notes/server.js"'],
    },
    args: ['"/srv/My Notes/server.js"'],
    values: [
      {
        path: ['args', 0],
        text: '"/srv/My Notes/server.js"',
        quotedBy: '"',
      },
    ],
  },
  command: {
    args: ['"/srv/My Notes/server.js"'],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(argumentQuoted, broken);
  expect(finding?.cause).toContain('argument 1');
  expect(finding?.cause).toContain('quotation marks');
  expect(finding?.fixes[0]?.title).toContain('Remove the quotation marks');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args', 0], edit: {kind: 'rewrite', how: {how: 'unquote'}}},
  });
});

test('not when the argument is bare', () => {
  expect(
    judged(argumentQuoted, {
      entry: {
        values: [
          {
            path: ['args', 0],
            text: '/srv/a.js',
          },
        ],
      },
      command: {},
    }),
  ).toBeUndefined();
});

test('not when a text for a program is quoted by right', () => {
  expect(
    judged(argumentQuoted, {
      entry: {
        values: [
          {
            path: ['args', 1],
            text: '"hello"',
            quotedBy: '"',
          },
        ],
      },
      command: {},
    }),
  ).toBeUndefined();
});

test('not when a shell takes the marks away', () => {
  expect(
    judged(argumentQuoted, {
      entry: {
        command: 'sh',
        values: [
          {
            path: ['args', 1],
            text: '"/srv/a b.js"',
            quotedBy: '"',
          },
        ],
      },
      command: {
        command: 'sh',
      },
    }),
  ).toBeUndefined();
});
