import {expect, test} from 'vitest';
import {npxWithoutYes} from '../../../src/diagnosis/failures/npx-without-yes.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['@notes/server'],
    },
  },
  command: {
    command: 'npx',
    args: ['@notes/server'],
    resolved: '/usr/bin/npx',
    package: {
      runner: 'npx',
      spec: '@notes/server',
      argIndex: 0,
      hasYes: false,
    },
  },
  launch: {
    exit: {
      code: 1,
    },
    endedDuring: 'initialize',
    stderr: 'npm error npx canceled due to missing packages and no YES option: ["@notes/server@1.0.0"]',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(npxWithoutYes, broken);
  expect(finding?.cause).toContain('-y');
  expect(finding?.cause).toContain('npx');
  expect(finding?.cause).toContain('@notes/server');
  expect(finding?.fixes[0]?.title).toContain('Add "-y"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args'], edit: {kind: 'insert', index: 0, value: '-y'}},
  });
});

test('not when it is there', () => {
  expect(
    judged(npxWithoutYes, {
      entry: {},
      command: {
        package: {
          hasYes: true,
        },
      },
      launch: {
        exit: {
          code: 1,
        },
        stderr: 'npx canceled due to missing packages and no YES option',
      },
    }),
  ).toBeUndefined();
});

test('not when npx went on without asking', () => {
  expect(
    judged(npxWithoutYes, {
      entry: {},
      command: {
        package: {
          hasYes: false,
        },
      },
      launch: {},
      handshake: {},
    }),
  ).toBeUndefined();
});

test('not when it stopped for another reason', () => {
  expect(
    judged(npxWithoutYes, {
      entry: {},
      command: {
        package: {
          hasYes: false,
        },
      },
      launch: {
        exit: {
          code: 1,
        },
        stderr: 'TypeError: x is not a function',
      },
    }),
  ).toBeUndefined();
});
