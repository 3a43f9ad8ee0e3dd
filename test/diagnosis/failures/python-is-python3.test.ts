import {expect, test} from 'vitest';
import {pythonIsPython3} from '../../../src/diagnosis/failures/python-is-python3.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'python',
      args: ['/srv/notes/server.py'],
    },
  },
  command: {
    command: 'python',
    args: ['/srv/notes/server.py'],
    resolved: null,
    look: null,
    nearNames: [
      {
        path: '/usr/bin/python3',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(pythonIsPython3, broken);
  expect(finding?.cause).toContain('python3');
  expect(finding?.cause).toContain('not found');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "python3"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: 'python3'}},
  });
});

test('not when python is there', () => {
  expect(
    judged(pythonIsPython3, {
      entry: {},
      command: {
        command: 'python',
        resolved: '/usr/bin/python',
      },
    }),
  ).toBeUndefined();
});

test('not when neither is there', () => {
  expect(
    judged(pythonIsPython3, {
      entry: {},
      command: {
        command: 'python',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
