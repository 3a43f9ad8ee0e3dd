import {describe, expect, test} from 'vitest';
import {findServers, foundAs} from '../../../src/clients/index.ts';
import type {Json} from '../../../src/model/json.ts';
import {diskOf, hostOf} from '../hosts.ts';

const FILES = {
  cursor: '/home/dev/.cursor/mcp.json',
  opencode: '/home/dev/.config/opencode/opencode.json',
  codex: '/home/dev/.codex/config.toml',
  cline: '/home/dev/.cline/data/settings/cline_mcp_settings.json',
  'claude-code': '/home/dev/.claude.json',
} as const;

/** One entry of one client, read as another. */
const act = async (from: keyof typeof FILES, entry: Json | string, to: string, env: Record<string, string> = {}) => {
  const key = from === 'opencode' ? 'mcp' : 'mcpServers';
  const text = typeof entry === 'string' ? entry : JSON.stringify({[key]: {notes: entry}});
  const found = await findServers(hostOf('linux', env), {
    projectDir: '/work/app',
    clients: [from],
    disk: diskOf('linux', {[FILES[from]]: text}),
  });
  const own = found.entries[0];
  if (own === undefined) throw new Error('no entry');
  return {own, found, ...found.asClient(own, to)};
};

describe('an entry as another client reads it', () => {
  test('what one expands stays as it is written for the other', async () => {
    const {entry, evidence} = await act(
      'cursor',
      {command: 'node', env: {TOKEN: '${env:NOTES_TOKEN}'}},
      'claude-code',
      {NOTES_TOKEN: 'a-real-value'},
    );
    expect(entry.launch).toMatchObject({command: 'node', env: {TOKEN: '${env:NOTES_TOKEN}'}});
    expect(evidence.variables[0]).toMatchObject({isExpanded: false, isSet: true});
    expect(entry).toMatchObject({client: 'claude-code', file: FILES.cursor, standing: {state: 'active'}});
  });
  test('a URL without a type is an error where the client wants one; nothing is added for it', async () => {
    const {entry} = await act('cursor', {url: 'http://127.0.0.1:9/mcp'}, 'claude-code');
    expect(entry).toMatchObject({launch: null, transport: 'unknown', standing: {state: 'unusable'}});
  });
  test('the word for a transport is translated', async () => {
    const {entry, renamed} = await act('cline', {type: 'streamableHttp', url: 'http://127.0.0.1:9/mcp'}, 'claude-code');
    expect(entry.launch).toMatchObject({kind: 'remote', transport: 'http'});
    expect(renamed).toEqual([]);
  });
  test('a command that is a list becomes command and args, and back', async () => {
    const list = await act('opencode', {type: 'local', command: ['npx', '-y', 'x'], environment: {A: '1'}}, 'cursor');
    expect(list.entry.launch).toMatchObject({command: 'npx', args: ['-y', 'x'], env: {A: '1'}});
    expect(list.renamed).toEqual([{key: 'environment', becomes: 'env'}]);
    const back = await act('cursor', {command: 'npx', args: ['-y', 'x'], env: {A: '1'}}, 'opencode');
    expect(back.entry.raw).toEqual({command: ['npx', '-y', 'x'], environment: {A: '1'}});
  });
  test('keys that the other does not read are told, and do not count', async () => {
    const {entry, dropped} = await act('cursor', {command: 'node', envFile: '.env', cwd: '/srv'}, 'claude-code');
    expect(dropped.map(({key}) => key)).toEqual(['envFile', 'cwd']);
    expect(entry.launch).toMatchObject({kind: 'stdio', cwd: null});
  });
  test('a switch is turned round where the other has the opposite one', async () => {
    const {entry} = await act('cline', {command: 'node', disabled: true}, 'codex');
    expect(entry.raw).toMatchObject({enabled: false});
  });
  test('remote entries are none for a client that starts programs only', async () => {
    const {entry} = await act('cursor', {url: 'http://127.0.0.1:9/mcp'}, 'claude-desktop');
    expect(entry.launch).toBeNull();
  });
  test("its own client's reading is the entry itself", async () => {
    const {own, entry, evidence} = await act('cursor', {command: 'node'}, 'cursor');
    expect(entry).toBe(own);
    expect(evidence.client).toBe('cursor');
  });
  test('secrets of the entry stay hidden under other rules', async () => {
    const secret = `ghp_${'x7'.repeat(18)}`;
    const {evidence} = await act('cursor', {command: 'node', env: {TOKEN: secret}, args: ['--key', secret]}, 'codex');
    expect(JSON.stringify(evidence)).not.toContain(secret);
  });
  test('all at once, and each knows its evidence', async () => {
    const {found, own} = await act('cursor', {command: 'node'}, 'gemini-cli');
    const all = foundAs(found, 'gemini-cli');
    expect(all.entries.map((entry) => all.evidenceOf(entry).rules.client)).toEqual(['gemini-cli']);
    expect(all.entries[0]?.key).not.toBe(own.key);
  });
  test('an unknown client is named with what was meant', async () => {
    await expect(act('cursor', {command: 'node'}, 'claude-cod')).rejects.toThrow('Did you mean claude-code?');
  });
});

describe('the time limit of the start', () => {
  const limitOf = async (from: keyof typeof FILES, entry: Json | string, env: Record<string, string> = {}) =>
    (await act(from, entry, from, env)).entry.rules.startTimeoutMs;
  test('Claude Code: MCP_TIMEOUT, in milliseconds', async () => {
    expect(await limitOf('claude-code', {command: 'node'})).toBe(30_000);
    expect(await limitOf('claude-code', {command: 'node'}, {MCP_TIMEOUT: '90000'})).toBe(90_000);
  });
  test.each(['', 'soon', '-5', '0'])('a MCP_TIMEOUT of %j counts as none', async (MCP_TIMEOUT) => {
    expect(await limitOf('claude-code', {command: 'node'}, {MCP_TIMEOUT})).toBe(30_000);
  });
  test('Codex: seconds in the entry', async () => {
    const toml = '[mcp_servers.notes]\ncommand = "node"\n';
    expect(await limitOf('codex', toml)).toBe(10_000);
    expect(await limitOf('codex', `${toml}startup_timeout_sec = 45\n`)).toBe(45_000);
    expect(await limitOf('codex', `${toml}startup_timeout_sec = "45"\n`)).toBe(10_000);
  });
});
