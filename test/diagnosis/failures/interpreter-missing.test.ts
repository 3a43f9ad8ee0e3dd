import {expect, test} from 'vitest';
import {interpreterMissing} from '../../../src/diagnosis/failures/interpreter-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/srv/notes/.venv/bin/notes-server',
    },
  },
  command: {
    command: '/srv/notes/.venv/bin/notes-server',
    resolved: '/srv/notes/.venv/bin/notes-server',
    isPath: true,
    isAbsolute: true,
    look: {
      path: '/srv/notes/.venv/bin/notes-server',
      shebang: {
        line: '#!/home/bob/old/.venv/bin/python',
        interpreter: '/home/bob/old/.venv/bin/python',
        interpreterFound: null,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(interpreterMissing, broken);
  expect(finding?.cause).toContain('/home/bob/old/.venv/bin/python');
  expect(finding?.cause).toContain('/srv/notes/.venv/bin/notes-server');
  expect(finding?.fixes[0]?.title).toContain('Correct the first line of /srv/notes/.venv/bin/notes-server');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the interpreter is there', () => {
  expect(
    judged(interpreterMissing, {
      entry: {},
      command: {
        look: {
          shebang: {
            line: '#!/bin/sh',
            interpreter: '/bin/sh',
            interpreterFound: '/bin/sh',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the file is no script', () => {
  expect(
    judged(interpreterMissing, {
      entry: {},
      command: {},
    }),
  ).toBeUndefined();
});
