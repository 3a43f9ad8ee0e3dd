import {expect, test} from 'vitest';
import {entryHoldsServers} from '../../../src/diagnosis/failures/entry-holds-servers.ts';
import {missingCommandAndUrl} from '../../../src/diagnosis/failures/missing-command-and-url.ts';
import {judged} from '../../helpers/judged.ts';

const inner = {
  name: 'mcpServers',
  at: ['mcpServers', 'mcpServers'],
  raw: {command: null, notes: {command: 'node', args: ['a.mjs']}},
};

test('names the place and lifts the servers', () => {
  const finding = judged(entryHoldsServers, {entry: inner});
  expect(finding?.cause).toContain('"mcpServers.mcpServers"');
  expect(finding?.fixes[0]?.title).toContain('from "mcpServers.mcpServers" to "mcpServers"');
  expect(judged(missingCommandAndUrl, {entry: inner})).toBeUndefined();
});

test.each([
  ['a server of another name', {...inner, name: 'notes', at: ['mcpServers', 'notes']}],
  ['a server that bears such a name', {...inner, raw: {command: 'node', env: {url: 'https://a.example'}}}],
])('stays clear: %s', (_, entry) => {
  expect(judged(entryHoldsServers, {entry})).toBeUndefined();
});
