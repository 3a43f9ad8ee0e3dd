import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {check} from '../../src/commands/check.ts';
import {compareClients} from '../../src/commands/compare.ts';
import {readHost} from '../../src/commands/host.ts';
import type {Host} from '../../src/model/host.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

/** A server that wants NOTES_TOKEN, and that lists one tool. */
const SERVER = `
import readline from 'node:readline';
if (!process.env.NOTES_TOKEN || process.env.NOTES_TOKEN.includes('$')) { console.error('Error: NOTES_TOKEN is required'); process.exit(1); }
const answers = {
  initialize: (params) => ({protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'notes', version: '1'}}),
  'tools/list': () => ({tools: [{name: 'add', description: 'Adds', inputSchema: {type: 'object', properties: {}}}]}),
};
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (id === undefined) return;
  const answer = answers[method];
  console.log(JSON.stringify(answer ? {jsonrpc: '2.0', id, result: answer(params)} : {jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}}));
});
`;

const world = (): TempHome & {readonly server: string} => {
  const home = tempHome();
  return {...home, server: home.write('project/server.mjs', SERVER)};
};

const run = async (home: TempHome, words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  let out = '';
  let err = '';
  const host: Host = {
    ...readHost('0.0.0'),
    home: home.home,
    cwd: home.project,
    env: {...home.env, ...env},
    terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  };
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    readInput: async () => '',
    signal: new AbortController().signal,
  };
  const args = parseArguments(words);
  const code = await (args.command === 'check' ? check : compareClients)(args, host, terminal);
  return {code, out, err};
};

const TOKEN = {NOTES_TOKEN: 'tok-of-the-test'};

describe('compare', () => {
  test('a mark that one of them alone gives to its servers', async () => {
    const home = world();
    const server = home.write('project/marked.mjs', SERVER.replaceAll('NOTES_TOKEN', 'CLAUDE_PROJECT_DIR'));
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [server]}}});
    const words = ['compare', 'notes', '--as', 'claude-code', '--as', 'cursor', '--yes', '--json'];
    const {code, out} = await run(home, words);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'one-fails',
      failing: 'cursor',
      partAt: 'launch',
      first: {what: 'the environment of the process', a: expect.stringContaining('CLAUDE_PROJECT_DIR')},
    });
  });
  test('a spelling of variables that only one of them expands', async () => {
    const home = world();
    home.write('home/.cursor/mcp.json', {
      mcpServers: {notes: {command: process.execPath, args: [home.server], env: {NOTES_TOKEN: '${env:NOTES_TOKEN}'}}},
    });
    const {code, out} = await run(
      home,
      ['compare', 'notes', '--as', 'cursor', '--as', 'claude-code', '--yes', '--json'],
      TOKEN,
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'one-fails',
      failing: 'claude-code',
      partAt: 'config',
      first: {what: 'what becomes of ${env:NOTES_TOKEN}', a: 'its value'},
      sides: [
        {client: 'cursor', status: 'healthy'},
        {client: 'claude-code', status: 'broken'},
      ],
    });
    expect(out).not.toContain(TOKEN.NOTES_TOKEN);
  });
  test.each(['claude-desktop', 'gemini-cli', 'codex'])('a variable that %s keeps from the server', async (other) => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [home.server]}}});
    const {out} = await run(home, ['compare', 'notes', '--as', 'claude-code', '--as', other, '--yes'], TOKEN);
    expect(out).toContain('it works as Claude Code and fails as');
    expect(out).toMatch(/They part at the step "launch": the environment of the process\n.*only here: NOTES_TOKEN/);
  });
  test('two entries of one name in two files', async () => {
    const home = world();
    const entry = (file: string) => ({mcpServers: {notes: {command: process.execPath, args: [file]}}});
    home.write('home/.claude.json', entry(home.server));
    home.write('home/.cursor/mcp.json', entry(`${home.server}.old`));
    const {code, out} = await run(home, ['compare', 'notes', '--yes'], TOKEN);
    expect(code).toBe(1);
    expect(out).toMatch(/They part at the step "config": argument 1/);
  });
  test('works as both: exit code 0, and no difference is blamed', async () => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [home.server]}}});
    const {code, out} = await run(home, ['compare', 'notes', '--as', 'claude-code', '--as', 'zed', '--yes'], TOKEN);
    expect(code).toBe(0);
    expect(out).toContain('it works as both.');
    expect(out).not.toContain('They part');
  });
  test('nothing is started without a yes; the settings are compared all the same', async () => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [home.server]}}});
    const {code, out} = await run(home, ['compare', 'notes', '--as', 'claude-code', '--as', 'cursor'], TOKEN);
    expect(code).toBe(3);
    expect(out).toMatch(/not both could be tried[\s\S]*--trust [0-9a-f]{64}/);
  });
  test('a name that only one client has wants another client to compare with', async () => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: 'x'}}});
    await expect(run(home, ['compare', 'notes'])).rejects.toThrow('--as cursor');
    await expect(run(home, ['compare', 'notes', '--as', 'cursr'])).rejects.toThrow('Did you mean cursor?');
    await expect(run(home, ['compare', 'nots'])).rejects.toThrow('There are: notes.');
  });
});

describe('check', () => {
  test('--as reads and starts every entry as that client', async () => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [home.server]}}});
    const own = await run(home, ['check', '--yes', '--json'], TOKEN);
    expect(JSON.parse(own.out).servers).toMatchObject([{client: 'claude-code', status: 'healthy'}]);
    const other = await run(home, ['check', '--yes', '--json', '--as', 'gemini-cli'], TOKEN);
    const [server] = JSON.parse(other.out).servers;
    expect(server).toMatchObject({client: 'gemini-cli', status: 'broken'});
    expect(server.findings[0].id).toBe('env-var-missing');
  });
  test("--client-verdict puts the client's own words beside ours, only when all it would start is approved", async () => {
    const home = world();
    home.write('home/.claude.json', {
      mcpServers: {notes: {command: process.execPath, args: [home.server]}, other: {command: 'x'}},
    });
    home.write(
      'bin/claude',
      '#!/bin/sh\nprintf "Checking MCP server health...\\n\\nnotes: node server.mjs - \\033[31m✗ Failed to connect\\033[0m\\n"\n',
      0o755,
    );
    const env = {...TOKEN, PATH: `${home.dir}/bin:${home.env['PATH'] ?? ''}`};
    const asked = await run(home, ['check', 'notes', '--yes', '--client-verdict'], env);
    expect(asked.out).toContain(
      'Claude Code (claude mcp list) on notes: ✗ Failed to connect — other than we do (healthy)',
    );
    const digest = JSON.parse((await run(home, ['check', 'notes', '--json'], env)).out).servers[0].digest;
    const kept = await run(home, ['check', 'notes', '--trust', digest, '--client-verdict'], env);
    expect(kept.out).toContain('was not asked: its list starts its servers, and nobody has approved other');
    const none = await run(home, ['check', 'notes', '--yes', '--client-verdict', '--json'], TOKEN);
    expect(none.err).toContain('the command claude is not installed here');
    expect(JSON.parse(none.out).servers).toHaveLength(1);
  });
  test("the client's log does not change what the probes found, and is no word on a healthy server", async () => {
    const home = world();
    home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [home.server]}}});
    const folder = home.project.replaceAll(/[^A-Za-z0-9]/g, '-');
    home.write(
      `home/.cache/claude-cli-nodejs/${folder}/mcp-logs-notes/2026.jsonl`,
      `${JSON.stringify({error: 'HTTP 401 Unauthorized: invalid_token', timestamp: new Date().toISOString()})}\n`,
    );
    const broken = JSON.parse((await run(home, ['check', '--yes', '--json'])).out);
    const {findings} = broken.servers[0];
    expect(findings[0].id).toBe('env-var-missing');
    expect(findings.filter((one: {class: string}) => one.class === 'auth')).toEqual([]);
    expect(JSON.parse((await run(home, ['check', '--yes', '--json'], TOKEN)).out).summary.healthy).toBe(1);
  });
});
