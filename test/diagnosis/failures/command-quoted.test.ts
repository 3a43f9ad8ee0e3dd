import {expect, test} from 'vitest';
import {commandQuoted} from '../../../src/diagnosis/failures/command-quoted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '"/opt/My Tools/server"',
    },
  },
  command: {
    command: '"/opt/My Tools/server"',
    hasQuotes: true,
    resolved: null,
    look: null,
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(commandQuoted, broken);
  expect(finding?.cause).toContain('quotation marks');
  expect(finding?.cause).toContain('command');
  expect(finding?.fixes[0]?.title).toContain('Remove the quotation marks');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'rewrite', how: {how: 'unquote'}}},
  });
});

test('not when no marks', () => {
  expect(
    judged(commandQuoted, {
      entry: {},
      command: {
        resolved: null,
        look: null,
      },
    }),
  ).toBeUndefined();
});
