import {describe, expect, test} from 'vitest';
import {findServers, reportedFor} from '../../../src/clients/index.ts';
import type {Host} from '../../../src/model/host.ts';
import {tempHome} from '../../helpers/temp-home.ts';
import {hostOf} from '../hosts.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

/** A home with one server in one client, and that client's log. */
const world = async (
  client: 'claude-code' | 'claude-desktop' | 'cursor' | 'vscode' | 'codex',
  logs: Readonly<Record<string, string>>,
  args: readonly string[] = [],
) => {
  const home = tempHome();
  const config = {
    'claude-code': ['.claude.json', {mcpServers: {notes: {command: 'npx', args}}}],
    'claude-desktop': ['.config/Claude/claude_desktop_config.json', {mcpServers: {notes: {command: 'npx', args}}}],
    cursor: [
      '.cursor/mcp.json',
      {mcpServers: {notes: {command: 'npx', args, env: {NOTES_TOKEN: `tok-${'q7'.repeat(12)}`}}}},
    ],
    vscode: ['.config/Code/User/mcp.json', {servers: {notes: {command: 'npx', args}}}],
    codex: ['.codex/config.toml', '[mcp_servers.notes]\ncommand = "npx"\n'],
  } as const;
  const [file, content] = config[client];
  home.write(`home/${file}`, content);
  for (const [path, text] of Object.entries(logs))
    home.write(path.replace('<slug>', home.project.replaceAll(/[^A-Za-z0-9]/g, '-')), text);
  const host: Host = {...hostOf('linux', {}, home.home), cwd: home.project, now: () => Math.max(NOW, Date.now())};
  const found = await findServers(host, {projectDir: home.project, clients: [client]});
  const entry = found.entries.find((one) => one.name === 'notes');
  if (entry === undefined) throw new Error('no entry');
  return reportedFor(entry, host);
};

const record = (second: number, part: object): string =>
  JSON.stringify({
    ...part,
    timestamp: `2026-11-21T10:20:${String(second).padStart(2, '0')}.000Z`,
    sessionId: 's',
    cwd: '/x',
  });

describe('Claude Code', () => {
  const path = 'home/.cache/claude-cli-nodejs/<slug>/mcp-logs-notes/2026-11-21T10-20-09-396Z.jsonl';
  const failure = [
    record(1, {debug: 'Starting connection with timeout of 30000ms'}),
    record(2, {error: 'Server stderr: Error: Cannot find module "/srv/notes.js"'}),
    record(3, {debug: 'Connection failed after 900ms: MCP error -32000: Connection closed'}),
  ];
  test('the newest failure, with what the server said just before, and when it was', async () => {
    const reported = await world('claude-code', {[path]: failure.join('\n')});
    expect(reported).toMatchObject({
      source: 'log',
      at: '2026-11-21T10:20:03.000Z',
      text: 'Server stderr: Error: Cannot find module "/srv/notes.js"\nConnection failed after 900ms: MCP error -32000: Connection closed',
      trigger: 'Claude Code wrote it to its log on 2026-11-21 at 10:20 UTC.',
    });
  });
  test('a list of records, as older versions write it', async () => {
    const reported = await world('claude-code', {[path.replace('.jsonl', '.txt')]: `[${failure.join(',')}]`});
    expect(reported?.text).toContain('Connection closed');
  });
  test('a failure before a success is past', async () => {
    const text = [...failure, record(9, {debug: 'Successfully connected to stdio server in 300ms'})].join('\n');
    expect(await world('claude-code', {[path]: text})).toBeNull();
  });
  test('the newest file decides', async () => {
    const older = record(1, {error: 'Connection failed: spawn npx ENOENT'});
    const reported = await world('claude-code', {
      [path]: failure.join('\n'),
      [path.replace('2026-11-21', '2026-11-19')]: older,
    });
    expect(reported?.text).not.toContain('ENOENT');
  });
  test('the log of another server, and one that is cut in the middle, tell nothing', async () => {
    expect(await world('claude-code', {[path.replace('logs-notes', 'logs-notes2')]: failure.join('\n')})).toBeNull();
    expect(await world('claude-code', {[path]: '{"error":"Connection fai'})).toBeNull();
  });
});

describe('text logs', () => {
  test("Claude Desktop: the server's own words, which have no time, belong to the failure", async () => {
    const reported = await world('claude-desktop', {
      'home/.config/Claude/logs/mcp-server-notes.log': [
        '2026-11-21T07:49:40.559Z [notes] [info] Initializing server... { metadata: undefined }',
        '2026-11-21T07:49:40.578Z [notes] [info] Server started and connected successfully { metadata: undefined }',
        'error: No such file or directory (os error 2)',
        '2026-11-21T07:49:40.590Z [notes] [info] Server transport closed { metadata: undefined }',
        "2026-11-21T07:49:40.590Z [notes] [error] Server disconnected. { metadata: { context: 'connection', stack: undefined } }",
        '2026-11-21T07:49:40.591Z [notes] [info] Client transport closed { metadata: undefined }',
      ].join('\n'),
    });
    expect(reported?.text).toBe('error: No such file or directory (os error 2)\nServer disconnected.');
    expect(reported?.at).toBe('2026-11-21T07:49:40.590Z');
  });
  test('Claude Desktop: in the shared log only lines that name the server count', async () => {
    const reported = await world('claude-desktop', {
      'home/.config/Claude/logs/mcp.log': [
        '2026-11-21T07:49:40.590Z [error] [notes] Server disconnected',
        '2026-11-21T07:59:40.590Z [error] [notes-2] spawn uvx ENOENT',
      ].join('\n'),
    });
    expect(reported?.text).toBe('Server disconnected');
  });
  test('VS Code: the file of the server in the newest window', async () => {
    const reported = await world('vscode', {
      'home/.config/Code/logs/20261120T090000/window1/mcpServer.mcp.config.usrlocal.notes.log':
        '2026-11-20 09:00:15.917 [info] Connection state: Error spawn uv ENOENT\n',
      'home/.config/Code/logs/20261121T090000/window1/mcpServer.mcp.config.usrlocal.notes.log': [
        '2026-11-21 09:00:27.070 [info] Connection state: Running',
        '2026-11-21 09:00:28.283 [info] Connection state: Error Process exited with code 1',
        '2026-11-21 09:00:28.283 [error] Server exited before responding to `initialize` request.',
      ].join('\n'),
    });
    expect(reported?.text).toBe(
      'Connection state: Error Process exited with code 1\nServer exited before responding to `initialize` request.',
    );
  });
  test('Cursor: secrets of the entry are hidden', async () => {
    const secret = `tok-${'q7'.repeat(12)}`;
    const reported = await world('cursor', {
      'home/.config/Cursor/logs/20261121T090000/window1/exthost/anysphere.cursor-mcp/MCP user-notes.log': `2026-11-21 18:44:12.832 [error] Client error for command: token ${secret} refused\n`,
    });
    expect(reported?.text).toMatch(/^Client error for command: token \[secret:[\w#-]+\] refused$/);
  });
  test('Codex: one file for all; a name inside another name is another server', async () => {
    const log = (name: string): string =>
      `2026-11-21T11:07:56.764544Z ERROR codex_core::codex: MCP client for \`${name}\` failed to start: request timed out\n`;
    const file = 'home/.codex/log/codex-tui.log';
    expect((await world('codex', {[file]: log('notes')}))?.text).toContain('MCP client for `notes` failed to start');
    expect(await world('codex', {[file]: log('my-notes')})).toBeNull();
  });
  test('a log of 20 MB is read at its end only', async () => {
    const noise = '2026-11-21T07:00:00.000Z [notes] [info] nothing of interest here, again and again\n'.repeat(250_000);
    const reported = await world('claude-desktop', {
      'home/.config/Claude/logs/mcp-server-notes.log': `${noise}2026-11-21T08:00:00.000Z [notes] [error] spawn npx ENOENT\n`,
    });
    expect(reported?.text).toBe('spawn npx ENOENT');
  });
  test('no log, no word', async () => {
    expect(await world('cursor', {})).toBeNull();
  });
});

test('mcp-remote: its own log, found by the address', async () => {
  const url = 'https://mcp.example.com/sse';
  const hash = (await import('node:crypto')).createHash('md5').update(url).digest('hex');
  const logs = {
    [`home/.mcp-auth/mcp-remote-0.1.30/${hash}_debug.log`]:
      '[2026-11-21T08:00:00.000Z][42] Connection error: HTTP 401 invalid_token\n',
  };
  expect((await world('cursor', logs, ['-y', 'mcp-remote@latest', url, '--debug']))?.text).toContain('HTTP 401');
  expect(await world('cursor', logs, ['-y', 'mcp-remote@latest', 'https://other.example.com/sse'])).toBeNull();
});
