import {expect, test} from 'vitest';
import {buildOutputMissing} from '../../../src/diagnosis/failures/build-output-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['/srv/notes/dist/index.js'],
    },
  },
  command: {
    args: ['/srv/notes/dist/index.js'],
    pathArguments: [
      {
        text: '/srv/notes/dist/index.js',
        resolved: '/srv/notes/dist/index.js',
        exists: false,
        kind: 'none',
      },
    ],
    project: {
      dir: '/srv/notes',
      buildScript: 'build',
      buildCommand: 'tsc',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(buildOutputMissing, broken);
  expect(finding?.cause).toContain('/srv/notes/dist/index.js');
  expect(finding?.cause).toContain('build');
  expect(finding?.fixes[0]?.title).toContain('npm run build');
  expect(finding?.fixes[0]?.kind).toBe('run');
  expect(finding?.fixes[0]).toMatchObject({command: ['npm', 'run', 'build'], cwd: '/srv/notes'});
});

test('not when the script is there', () => {
  expect(
    judged(buildOutputMissing, {
      entry: {},
      command: {
        pathArguments: [{}],
        project: {
          buildScript: 'build',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the project has nothing to build', () => {
  expect(
    judged(buildOutputMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            text: '/srv/notes/dist/index.js',
            resolved: '/srv/notes/dist/index.js',
            exists: false,
          },
        ],
        project: {
          buildScript: null,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when another folder is meant', () => {
  expect(
    judged(buildOutputMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            text: '/srv/notes/server.js',
            resolved: '/srv/notes/server.js',
            exists: false,
          },
        ],
        project: {
          buildScript: 'build',
        },
      },
    }),
  ).toBeUndefined();
});
