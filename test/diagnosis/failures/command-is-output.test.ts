import {expect, test} from 'vitest';
import {commandIsOutput} from '../../../src/diagnosis/failures/command-is-output.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'Creating isolated environment...\n✓ Created\n/home/ada/.notes_venv/bin/python',
    },
  },
  command: {
    command: 'Creating isolated environment...\n✓ Created\n/home/ada/.notes_venv/bin/python',
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandIsOutput, broken);
  expect(finding?.cause).toContain('several lines');
  expect(finding?.cause).toContain('command');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/home/ada/.notes_venv/bin/python"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: '/home/ada/.notes_venv/bin/python'}},
  });
});

test('not when the command is one line', () => {
  expect(
    judged(commandIsOutput, {
      entry: {},
      command: {
        command: '/usr/bin/node server.js',
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
