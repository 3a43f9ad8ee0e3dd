import {expect, test} from 'vitest';
import {pathArgumentMissing} from '../../../src/diagnosis/failures/path-argument-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', '@notes/server', '/srv/notez'],
    },
  },
  command: {
    command: 'npx',
    args: ['-y', '@notes/server', '/srv/notez'],
    resolved: '/usr/bin/npx',
    pathArguments: [
      {
        index: 2,
        text: '/srv/notez',
        resolved: '/srv/notez',
        exists: false,
        kind: 'none',
        isScript: false,
        near: ['/srv/notes'],
      },
    ],
  },
  launch: {
    exit: {
      code: 1,
    },
    endedDuring: 'initialize',
    stderr: "Error accessing directory /srv/notez: ENOENT: no such file or directory, stat '/srv/notez'",
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(pathArgumentMissing, broken);
  expect(finding?.cause).toContain('/srv/notez');
  expect(finding?.cause).toContain('does not exist');
  expect(finding?.fixes[0]?.title).toContain('Write "/srv/notes"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args', 2], edit: {kind: 'set', value: '/srv/notes'}},
  });
});

test('not when it exists', () => {
  expect(
    judged(pathArgumentMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            isScript: false,
          },
        ],
      },
      launch: {
        exit: {
          code: 1,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the server makes it by itself and works', () => {
  expect(
    judged(pathArgumentMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            isScript: false,
            exists: false,
          },
        ],
      },
      launch: {},
      handshake: {},
    }),
  ).toBeUndefined();
});

test('not when the path is one inside a container', () => {
  expect(
    judged(pathArgumentMissing, {
      entry: {},
      command: {
        package: {
          runner: 'docker',
          ecosystem: 'docker',
        },
        pathArguments: [
          {
            isScript: false,
            exists: false,
          },
        ],
      },
      launch: {
        exit: {
          code: 1,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the server stops and says nothing of it', () => {
  expect(
    judged(pathArgumentMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            isScript: false,
            exists: false,
          },
        ],
      },
      launch: {
        exit: {
          code: 1,
        },
        stderr: 'NOTES_TOKEN is not set',
      },
    }),
  ).toBeUndefined();
});
