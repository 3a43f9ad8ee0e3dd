import {expect, test} from 'vitest';
import {dependenciesNotInstalled} from '../../../src/diagnosis/failures/dependencies-not-installed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['/srv/notes/server.js'],
    },
  },
  command: {
    pathArguments: [{}],
    project: {
      dir: '/srv/notes',
      isInstalled: false,
      packageManager: 'pnpm',
    },
  },
  launch: {
    exit: {
      code: 1,
    },
    endedDuring: 'initialize',
    stderr: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /srv/notes/server.js",
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(dependenciesNotInstalled, broken);
  expect(finding?.cause).toContain('/srv/notes');
  expect(finding?.cause).toContain('not installed');
  expect(finding?.cause).toContain('pnpm');
  expect(finding?.fixes[0]?.title).toContain('pnpm install');
  expect(finding?.fixes[0]?.kind).toBe('run');
  expect(finding?.fixes[0]).toMatchObject({command: ['pnpm', 'install'], cwd: '/srv/notes'});
});

test('not when they are installed', () => {
  expect(
    judged(dependenciesNotInstalled, {
      entry: {},
      command: {
        project: {
          isInstalled: true,
        },
      },
      launch: {
        exit: {
          code: 1,
        },
        stderr: "Cannot find package 'zod'",
      },
    }),
  ).toBeUndefined();
});

test('not when the server needs none of them and works', () => {
  expect(
    judged(dependenciesNotInstalled, {
      entry: {},
      command: {
        project: {
          isInstalled: false,
        },
      },
      launch: {},
      handshake: {},
    }),
  ).toBeUndefined();
});

test('not when it stops for another reason', () => {
  expect(
    judged(dependenciesNotInstalled, {
      entry: {},
      command: {
        project: {
          isInstalled: false,
        },
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
