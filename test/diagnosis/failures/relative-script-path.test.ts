import {expect, test} from 'vitest';
import {relativeScriptPath} from '../../../src/diagnosis/failures/relative-script-path.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
    },
  },
  command: {
    args: ['server.js'],
    pathArguments: [
      {
        text: 'server.js',
        resolved: '/home/ada/server.js',
        exists: false,
        kind: 'none',
        isRelative: true,
        near: ['/srv/app/server.js'],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(relativeScriptPath, broken);
  expect(finding?.cause).toContain('server.js');
  expect(finding?.cause).toContain('/home/ada');
  expect(finding?.cause).toContain('relative');
  expect(finding?.fixes[0]?.title).toContain('Write the full path "/srv/app/server.js"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args', 0], edit: {kind: 'set', value: '/srv/app/server.js'}},
  });
});

test('not when it is found from here', () => {
  expect(
    judged(relativeScriptPath, {
      entry: {},
      command: {
        pathArguments: [
          {
            text: 'server.js',
            isRelative: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the path is absolute', () => {
  expect(
    judged(relativeScriptPath, {
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
