import {expect, test} from 'vitest';
import {commandHoldsArguments} from '../../../src/diagnosis/failures/command-holds-arguments.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node /srv/notes/server.js',
      args: null,
    },
  },
  command: {
    command: 'node /srv/notes/server.js',
    args: [],
    resolved: null,
    look: null,
    words: ['node', '/srv/notes/server.js'],
    firstWordFound: '/usr/bin/node',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandHoldsArguments, broken);
  expect(finding?.cause).toContain('whole command line');
  expect(finding?.cause).toContain('"args"');
  expect(finding?.cause).toContain('node');
  expect(finding?.fixes[0]?.title).toContain('Split');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes'],
      edit: {kind: 'rewrite', how: {how: 'split-command', commandKey: 'command', argsKey: 'args'}},
    },
  });
});

test("not when a program's path holds a space and exists", () => {
  expect(
    judged(commandHoldsArguments, {
      entry: {},
      command: {
        command: '/opt/My Tools/server',
        resolved: '/opt/My Tools/server',
        words: ['/opt/My', 'Tools/server'],
      },
    }),
  ).toBeUndefined();
});

test('not when the first word is no program', () => {
  expect(
    judged(commandHoldsArguments, {
      entry: {},
      command: {
        command: '/opt/My Tools/server',
        resolved: null,
        look: null,
        words: ['/opt/My', 'Tools/server'],
        firstWordFound: null,
      },
    }),
  ).toBeUndefined();
});
