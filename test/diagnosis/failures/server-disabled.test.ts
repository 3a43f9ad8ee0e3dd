import {expect, test} from 'vitest';
import {serverDisabled} from '../../../src/diagnosis/failures/server-disabled.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    standing: {
      state: 'disabled',
      decidedBy: {
        file: '/home/ada/.claude.json',
        path: ['mcpServers', 'notes', 'disabled'],
        line: 7,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverDisabled, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('"disabled"');
  expect(finding?.cause).toContain('line 7');
  expect(finding?.fixes[0]?.title).toContain('Set "disabled" to false');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'disabled'], edit: {kind: 'set', value: false}},
  });
});

test('not when the server is active', () => {
  expect(
    judged(serverDisabled, {
      entry: {},
    }),
  ).toBeUndefined();
});

test('not when the server was refused, which is another switch', () => {
  expect(
    judged(serverDisabled, {
      entry: {
        standing: {
          state: 'rejected',
        },
      },
    }),
  ).toBeUndefined();
});

test('what counts only with a plugin or a profile is switched on with it, in the client', () => {
  const decidedBy = {
    file: '/home/ada/.claude/settings.json',
    path: ['enabledPlugins', 'notes@market'],
    line: 3,
    owner: 'the plugin "notes@market"',
  };
  const finding = judged(serverDisabled, {entry: {standing: {state: 'disabled', decidedBy}}});
  expect(finding?.cause).toContain('it counts only with the plugin "notes@market", which is not switched on');
  expect(finding?.fixes).toMatchObject([{kind: 'advice', title: expect.stringContaining('switch on the plugin')}]);
});
