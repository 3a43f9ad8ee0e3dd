import {expect, test} from 'vitest';
import {venvMissing} from '../../../src/diagnosis/failures/venv-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/srv/notes/.venv/bin/python',
      args: ['server.py'],
    },
  },
  command: {
    command: '/srv/notes/.venv/bin/python',
    args: ['server.py'],
    isPath: true,
    isAbsolute: true,
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(venvMissing, broken);
  expect(finding?.cause).toContain('/srv/notes/.venv/bin/python');
  expect(finding?.cause).toContain('environment');
  expect(finding?.fixes[0]?.title).toContain('Make the environment');
  expect(finding?.fixes[0]?.kind).toBe('run');
  expect(finding?.fixes[0]).toMatchObject({command: ['python3', '-m', 'venv', '/srv/notes/.venv']});
});

test('not when the environment is there', () => {
  expect(
    judged(venvMissing, {
      entry: {},
      command: {
        command: '/srv/notes/.venv/bin/python',
        resolved: '/srv/notes/.venv/bin/python',
        look: {
          path: '/srv/notes/.venv/bin/python',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when another program is missing', () => {
  expect(
    judged(venvMissing, {
      entry: {},
      command: {
        command: '/opt/python/bin/python',
        resolved: null,
        look: null,
        isPath: true,
      },
    }),
  ).toBeUndefined();
});

test('a link to a Python that is gone', () => {
  const path = '/srv/notes/.venv/bin/python';
  const look = {path, exists: true, kind: 'link-broken' as const, isExecutable: false, isReadable: false, bytes: 0};
  const finding = judged(venvMissing, {...broken, command: {...broken.command, look}});
  expect(finding?.cause).toContain('is a link to a Python that is gone');
});
