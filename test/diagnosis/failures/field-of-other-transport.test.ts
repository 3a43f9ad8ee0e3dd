import {expect, test} from 'vitest';
import {fieldOfOtherTransport} from '../../../src/diagnosis/failures/field-of-other-transport.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const entryWith = (
  transport: 'stdio' | 'http',
  raw: Readonly<Record<string, string>>,
  key: string,
  state: 'unusable' | 'active' = 'unusable',
): PartialEvidence => ({
  entry: {
    raw,
    transport,
    standing: {state, decidedBy: {file: '/x', path: ['mcp_servers', 'notes', key], line: 3, owner: null}},
  },
});

test('a working folder beside a URL, and a token beside a command', () => {
  const folder = judged(
    fieldOfOtherTransport,
    entryWith('http', {url: 'https://mcp.notes.example/mcp', cwd: '/x'}, 'cwd'),
  );
  expect(folder?.cause).toContain('"cwd" belongs to a program');
  expect(folder?.fixes[0]).toMatchObject({title: 'Remove "cwd" from "notes"', change: {edit: {kind: 'remove'}}});
  const token = judged(
    fieldOfOtherTransport,
    entryWith('stdio', {command: 'node', bearer_token_env_var: 'X'}, 'bearer_token_env_var'),
  );
  expect(token?.cause).toContain('"bearer_token_env_var" belongs to a server at a URL');
});

test('not where the client uses the entry, where the key is of the right kind, and where it is refused for another key', () => {
  expect(judged(fieldOfOtherTransport, entryWith('http', {url: 'u', cwd: '/x'}, 'cwd', 'active'))).toBeUndefined();
  expect(judged(fieldOfOtherTransport, entryWith('stdio', {command: 'node', args: 'x'}, 'args'))).toBeUndefined();
  expect(
    judged(fieldOfOtherTransport, entryWith('http', {url: 'u', http_headers: 'x'}, 'http_headers')),
  ).toBeUndefined();
  expect(judged(fieldOfOtherTransport, entryWith('http', {url: 'u'}, 'cwd'))).toBeUndefined();
});
