import {expect, test} from 'vitest';
import {whyNotInside} from '../../src/commands/not-inside.ts';
import type {Edit} from '../../src/model/change.ts';
import {anEntry} from '../helpers/an-entry.ts';

const why = (url: string, edit: Edit): Promise<string | null> =>
  whyNotInside(
    {...anEntry, launch: {kind: 'remote', transport: 'http', url, headers: {}, headersHelper: null}},
    {
      id: 'set-url',
      change: {file: '/home/ada/.claude.json', path: ['mcpServers', 'notes', 'url'], edit, why: 'it moved'},
    },
  );
const set = (value: string): Edit => ({kind: 'set', value});

test('a repair that nobody sees moves no entry from a public address to an inner one', async () => {
  const outer = 'https://8.8.8.8/mcp';
  for (const url of [
    'https://10.1.2.3/mcp',
    'https://127.0.0.1/mcp',
    'http://localhost:3000/mcp',
    'https://[fd00::1]/mcp',
    'https://2852039166/mcp',
  ])
    expect(await why(outer, set(url)), url).toMatch(/private network.*--fix set-url/);
  expect(await why(outer, {kind: 'merge', values: {type: 'sse', url: 'https://10.1.2.3/sse'}})).toMatch(/10\.1\.2\.3/);
  const rewrite: Edit = {kind: 'rewrite', how: {how: 'replace-text', from: '//8.8.8.8', to: '//10.1.2.3'}};
  expect(await why(outer, rewrite)).toMatch(/10\.1\.2\.3/);
});

test('other repairs of a URL, and those of servers inside, are made', async () => {
  expect(await why('https://8.8.8.8/mcp', set('https://1.1.1.1/mcp'))).toBeNull();
  expect(await why('https://8.8.8.8/wrong', set('https://8.8.8.8/mcp'))).toBeNull();
  expect(await why('http://localhost:1/mcp', set('http://127.0.0.1:2/mcp'))).toBeNull();
  expect(await why('http://10.1.2.3/mcp', set('http://10.1.2.4/mcp'))).toBeNull();
  expect(await why('https://8.8.8.8/mcp', {kind: 'remove'})).toBeNull();
  expect(await why('https://8.8.8.8/mcp', set('Bearer 10.1.2.3'))).toBeNull();
});
