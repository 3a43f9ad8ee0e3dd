import {expect, test} from 'vitest';
import {commandRelative} from '../../../src/diagnosis/failures/command-relative.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: './bin/server',
    },
    file: '/srv/app/.mcp.json',
  },
  command: {
    command: './bin/server',
    isPath: true,
    resolved: null,
    look: null,
    elsewhere: [
      {
        path: '/srv/app/bin/server',
        source: 'project',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandRelative, broken);
  expect(finding?.cause).toContain('./bin/server');
  expect(finding?.cause).toContain('/home/ada');
  expect(finding?.cause).toContain('relative');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/srv/app/bin/server"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when it is found from here', () => {
  expect(
    judged(commandRelative, {
      entry: {},
      command: {
        command: './bin/server',
        isPath: true,
        resolved: '/srv/app/bin/server',
        look: {
          path: '/srv/app/bin/server',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the path is absolute', () => {
  expect(
    judged(commandRelative, {
      entry: {},
      command: {
        command: '/bin/server',
        isPath: true,
        isAbsolute: true,
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
