import {expect, test} from 'vitest';
import {timeoutUnit} from '../../../src/diagnosis/failures/timeout-unit.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', '@notes/server'],
      timeout: 60,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(timeoutUnit, broken);
  expect(finding?.cause).toContain('60');
  expect(finding?.cause).toContain('milliseconds');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Set "timeout" to 60000');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'timeout'], edit: {kind: 'set', value: 60000}},
  });
});

test('not when the number fits the unit', () => {
  expect(
    judged(timeoutUnit, {
      entry: {
        raw: {
          command: 'node',
          timeout: 60000,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when this client counts in seconds', () => {
  expect(
    judged(timeoutUnit, {
      entry: {
        client: 'cline',
        raw: {
          command: 'node',
          timeout: 60,
        },
        rules: {
          client: 'cline',
        },
      },
    }),
  ).toBeUndefined();
});

test.each([
  ['roo-code', 60000, 'seconds'],
  ['amazon-q', 60, 'milliseconds'],
])('%s with %i', (client, timeout, unit) => {
  const entry = {raw: {command: 'node', timeout}, rules: {client, fields: {timeout: 'timeout'}}, client};
  expect(judged(timeoutUnit, {entry})?.cause).toContain(unit);
});

test.each([
  ['roo-code', 60],
  ['amazon-q', 60000],
])('not for %s with %i', (client, timeout) => {
  const entry = {raw: {command: 'node', timeout}, rules: {client, fields: {timeout: 'timeout'}}, client};
  expect(judged(timeoutUnit, {entry})).toBeUndefined();
});
