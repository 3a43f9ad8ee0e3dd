import {expect, test} from 'vitest';
import {commandPathGone} from '../../../src/diagnosis/failures/command-path-gone.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/home/ada/.nvm/versions/node/v20.9.0/bin/node',
    },
  },
  command: {
    command: '/home/ada/.nvm/versions/node/v20.9.0/bin/node',
    isPath: true,
    isAbsolute: true,
    resolved: null,
    look: null,
    elsewhere: [
      {
        path: '/usr/bin/node',
        source: 'client-path',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandPathGone, broken);
  expect(finding?.cause).toContain('/home/ada/.nvm/versions/node/v20.9.0/bin/node');
  expect(finding?.cause).toContain('does not exist');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/usr/bin/node"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: '/usr/bin/node'}},
  });
});

test('not when the path exists', () => {
  expect(
    judged(commandPathGone, {
      entry: {},
      command: {
        command: '/usr/bin/node',
        isPath: true,
        isAbsolute: true,
      },
    }),
  ).toBeUndefined();
});

test('not when the command is a bare name', () => {
  expect(
    judged(commandPathGone, {
      entry: {},
      command: {
        command: 'uvx',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
