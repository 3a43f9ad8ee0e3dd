import {expect, test} from 'vitest';
import {commandWithoutType} from '../../../src/diagnosis/failures/command-without-type.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const entryWith = (
  raw: Readonly<Record<string, string | null>>,
  key: string,
  state: 'unusable' | 'active',
): PartialEvidence => ({
  entry: {
    raw: {type: null, ...raw},
    transport: 'unknown',
    standing: {state, decidedBy: {file: '/x', path: ['mcp', 'notes', key], line: 3, owner: null}},
  },
});

test('names the type that is missing, and writes it', () => {
  const finding = judged(commandWithoutType, entryWith({command: 'node'}, 'type', 'unusable'));
  expect(finding?.cause).toContain('has a "command" and no "type"');
  expect(finding?.fixes[0]).toMatchObject({
    title: 'Set "type" to "stdio"',
    change: {path: ['mcpServers', 'notes', 'type'], edit: {kind: 'set', value: 'stdio'}},
  });
});

test('not with a type, not with a URL, not where another key is refused, not where the client takes it', () => {
  expect(judged(commandWithoutType, entryWith({command: 'node', type: 'lokal'}, 'type', 'unusable'))).toBeUndefined();
  expect(
    judged(commandWithoutType, entryWith({command: 'node', url: 'https://x'}, 'type', 'unusable')),
  ).toBeUndefined();
  expect(judged(commandWithoutType, entryWith({command: 'node'}, 'command', 'unusable'))).toBeUndefined();
  expect(judged(commandWithoutType, entryWith({command: 'node'}, 'type', 'active'))).toBeUndefined();
});
