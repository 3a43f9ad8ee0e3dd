import {describe, expect, test} from 'vitest';
import {findServers} from '../../src/clients/index.ts';
import type {Json} from '../../src/model/json.ts';
import {diskOf, hostOf, PROJECTS} from './hosts.ts';
import {look} from './look.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;
const CC = `${HOME}/.claude.json`;
const CODEX = `${HOME}/.codex/config.toml`;
const COPILOT = `${HOME}/.copilot/mcp-config.json`;
const DESKTOP = `${HOME}/.config/Claude/claude_desktop_config.json`;
const GEMINI = `${HOME}/.gemini/settings.json`;
const OPENCODE = `${HOME}/.config/opencode/opencode.json`;
const SIGN = {'C:\\Users\\dev\\AppData\\Local\\Microsoft\\VisualStudio\\17\\x': ''};
const NEAR = {command: 'node'};
const LOCAL = {type: 'local', ...NEAR, args: [], tools: ['*']};
const FAR = {url: 'https://notes.example/mcp'};
const one = (entry: Json, name = 'notes'): Json => ({mcpServers: {[name]: entry}});
const word = (entry: Json): Json => ({mcp: {notes: entry}});

type Row = readonly [trap: string, client: string, files: Readonly<Record<string, Json>>, says: readonly string[]];

/** What is said of each server, 'name state ids', or of the file alone. */
const TRAPS: readonly Row[] = [
  ...['workspace', 'claude-in-chrome', 'computer-use'].map(
    (name): Row => [
      `the name ${name}`,
      'claude-code',
      {[CC]: one(NEAR, name)},
      [`${name} blocked server-name-reserved`],
    ],
  ),
  ...['Claude Preview', 'Claude Browser'].map(
    (name): Row => [
      `the name ${name}`,
      'claude-code',
      {[CC]: one(NEAR, name)},
      [`${name} blocked server-name-reserved server-name-unsafe`],
    ],
  ),
  [
    'a pasted token with its line end',
    'claude-code',
    {[CC]: one({type: 'http', ...FAR, headers: {Authorization: `Bearer ${'a1b2c3d4e5'.repeat(2)}\n`}})},
    ['notes active value-with-line-end'],
  ],
  [
    'a pasted token with a blank',
    'claude-code',
    {[CC]: one({...NEAR, env: {TOKEN: ` ${'a1b2c3d4e5'.repeat(2)}`}})},
    ['notes active value-with-space'],
  ],
  ['a name with a dot', 'claude-code', {[CC]: one(NEAR, 'a.b')}, ['a.b active server-name-unsafe']],
  ['the same in Claude Desktop', 'claude-desktop', {[DESKTOP]: one(NEAR, 'a.b c')}, ['a.b c active']],
  [
    'cwd beside a URL',
    'codex',
    {[CODEX]: '[mcp_servers.notes]\nurl = "https://x.example"\ncwd = "/x"\n'},
    ['notes unusable field-of-other-transport'],
  ],
  [
    'headers beside a command',
    'codex',
    {[CODEX]: '[mcp_servers.notes]\ncommand = "x"\nhttp_headers = {A = "b"}\n'},
    ['notes unusable field-of-other-transport'],
  ],
  [
    'a key of the server behind its table of variables',
    'codex',
    {[CODEX]: '[mcp_servers.notes]\ncommand = "x"\n[mcp_servers.notes.env]\nA = "b"\nargs = ["y"]\n'},
    ['notes unusable text-expected'],
  ],
  [
    'a key of Codex itself behind a server’s table, which Codex 0.169 passes over',
    'codex',
    {[CODEX]: '[mcp_servers.notes]\ncommand = "x"\n\nmodel = "y"\n'},
    ['notes active'],
  ],
  [
    'one bad entry is skipped alone',
    'copilot-cli',
    {[COPILOT]: {mcpServers: {bad: {type: 'streamableHttp', ...FAR}, good: LOCAL}}},
    ['bad unusable type-unknown', 'good active'],
  ],
  [
    'neither tools nor args, which Copilot CLI 1.0.102 fills in; a URL without a type',
    'copilot-cli',
    {[COPILOT]: {mcpServers: {near: NEAR, far: FAR}}},
    ['near active', 'far active'],
  ],
  ['a file that breaks off', 'copilot-cli', {[COPILOT]: '{"mcpServers": {'}, ['file json-truncated']],
  [
    'VS Code’s file',
    'copilot-cli',
    {[`${PROJECT}/.vscode/mcp.json`]: {servers: {notes: NEAR}}, [`${HOME}/.copilot/config.json`]: '{}'},
    [],
  ],
  ['any printable name', 'copilot-cli', {[COPILOT]: one(LOCAL, 'a b/c.d ü')}, ['a b/c.d ü active']],
  [
    'an underscore in the name',
    'gemini-cli',
    {[GEMINI]: one(NEAR, 'my_notes')},
    ['my_notes active server-name-unsafe'],
  ],
  ['an underscore elsewhere', 'claude-code', {[CC]: one(NEAR, 'my_notes')}, ['my_notes active']],
  ['servers under the settings’ key', 'gemini-cli', {[GEMINI]: word(NEAR)}, ['file wrong-root-key']],
  [
    'both keys, each for what it is',
    'gemini-cli',
    {[GEMINI]: {mcp: {allowed: ['other']}, ...(one(NEAR) as object)}},
    ['notes blocked blocked-by-policy'],
  ],
  ['the settings of Gemini CLI', 'antigravity', {[GEMINI]: one(NEAR)}, []],
  [
    'either word for the URL, in both trees after the change of name',
    'windsurf',
    {
      [`${HOME}/.codeium/windsurf/mcp_config.json`]: {mcpServers: {a: FAR, b: {serverUrl: FAR.url}}},
      [`${HOME}/.config/devin/mcp_config.json`]: one(FAR, 'c'),
    },
    ['a active', 'b active', 'c active'],
  ],
  ...([{disabled: true}, {enabled: false}] as const).flatMap((off): readonly Row[] => {
    const entry = {type: 'local', command: ['x'], ...off};
    const says = ['notes disabled server-disabled'];
    return [
      [`version 1, ${JSON.stringify(off)}`, 'opencode', {[OPENCODE]: word(entry)}, says],
      [`version 2, ${JSON.stringify(off)}`, 'opencode', {[OPENCODE]: {mcp: {servers: {notes: entry}}}}, says],
    ];
  }),
  [
    'one bad entry stops all',
    'opencode',
    {[OPENCODE]: {mcp: {bad: {command: ['x']}, good: {type: 'local', command: ['x']}}}},
    ['bad unusable command-without-type', 'good unusable other-entry-refused'],
  ],
  ['a place of a relative', 'opencode', {[`${PROJECT}/.agents/mcp.json`]: one(NEAR)}, []],
  [
    'an agent’s file of many keys',
    'amazon-q',
    {[`${HOME}/.aws/amazonq/default.json`]: {name: 'a', tools: ['*'], hooks: {}, ...(one(NEAR) as object)}},
    ['notes active'],
  ],
  [
    'a command and a URL',
    'roo-code',
    {[`${PROJECT}/.roo/mcp.json`]: one({...NEAR, ...FAR})},
    ['notes unusable both-command-and-url'],
  ],
  [
    'three generations of files',
    'kilo-code',
    {
      [`${PROJECT}/.kilo/kilo.json`]: word({type: 'local', command: ['x']}),
      [`${PROJECT}/.kilocode/mcp.json`]: one(NEAR),
      [`${HOME}/.kilocode/cli/global/settings/mcp_settings.json`]: one(NEAR),
    },
    ['notes active', 'notes shadowed server-shadowed', 'notes shadowed server-shadowed'],
  ],
  ...[{mcp: {servers: {notes: NEAR}}}, {servers: {notes: NEAR}}, one(NEAR), {notes: NEAR}].map(
    (content): Row => [
      `the shape ${JSON.stringify(content)}`,
      'warp',
      {[`${HOME}/.warp/.mcp.json`]: content},
      ['notes active'],
    ],
  ),
  [
    'the oldest form of a command',
    'zed',
    {
      [`${HOME}/.config/zed/settings.json`]: {
        context_servers: {notes: {command: {path: 'node', args: ['a'], env: {}}}},
      },
    },
    ['notes active'],
  ],
  [
    'SSE, which Goose no longer speaks',
    'goose',
    {[`${HOME}/.config/goose/config.yaml`]: 'extensions:\n  notes:\n    type: sse\n    uri: https://x.example/sse\n'},
    ['notes unusable type-unknown'],
  ],
];

test.each(TRAPS)('%s (%s)', async (_trap, client, files, says) => {
  const found = await look(client, files);
  const servers = found.servers.map(({name, state, ids}) => [name, state, ...ids].join(' '));
  expect([...found.files.map((id) => `file ${id}`), ...servers]).toEqual(says);
});

describe('Visual Studio', () => {
  const windows = {platform: 'win32'} as const;
  test('reads files of Cursor and VS Code as well', async () => {
    const files = {
      'C:\\work\\app\\.cursor\\mcp.json': one(NEAR, 'a'),
      'C:\\work\\app\\.vscode\\mcp.json': {servers: {b: NEAR}},
    };
    const {servers} = await look('visual-studio', {...files, ...SIGN}, windows);
    expect(servers.map(({name, scope}) => [name, scope])).toEqual([
      ['b', 'vscode'],
      ['a', 'cursor'],
    ]);
  });
  test('takes its own table of a .mcp.json that serves Claude Code too', async () => {
    const file = {'C:\\work\\app\\.mcp.json': {servers: {b: NEAR}, ...(one(NEAR, 'a') as object)}};
    const names = async (client: string) =>
      (await look(client, {...file, ...SIGN}, windows)).servers.map(({name}) => name);
    expect([await names('visual-studio'), await names('claude-code')]).toEqual([['b'], ['a']]);
  });
});

test('on Windows npx needs no cmd /c in Claude Code', async () => {
  const {servers} = await look(
    'claude-code',
    {'C:\\Users\\dev\\.claude.json': one({command: 'npx', args: ['-y', 'x']})},
    {platform: 'win32'},
  );
  expect(servers).toMatchObject([{state: 'active', ids: []}]);
});

test.each([
  ['1', 'disabled', ['server-disabled']],
  ['0', 'active', []],
])('CLAUDE_CODE_SAFE_MODE=%s', async (value, state, ids) => {
  const {servers} = await look('claude-code', {[CC]: one(NEAR)}, {env: {CLAUDE_CODE_SAFE_MODE: value}});
  expect(servers).toMatchObject([{state, ids}]);
});

test('programs of the desktop look for commands in their own PATH', async () => {
  const files = {
    [DESKTOP]: JSON.stringify(one(NEAR)),
    [`${HOME}/.cursor/mcp.json`]: JSON.stringify(one(NEAR)),
    [CC]: JSON.stringify(one(NEAR)),
  };
  const {entries} = await findServers(hostOf('linux'), {projectDir: PROJECT, disk: diskOf('linux', files)});
  expect(entries.map(({client, rules}) => [client, rules.pathSource])).toEqual([
    ['claude-code', 'shell'],
    ['cursor', 'gui'],
    ['claude-desktop', 'gui'],
  ]);
});

test('entries of Continue without a name are called as Continue or their file calls them', async () => {
  const legacy = {experimental: {modelContextProtocolServers: [{transport: {type: 'stdio', ...NEAR}}]}};
  const {servers} = await look('continue', {
    [`${HOME}/.continue/config.yaml`]: 'mcpServers:\n  - name: own\n    command: x\n  - command: y\n',
    [`${HOME}/.continue/mcpServers/notes.yaml`]: 'mcpServers:\n  - command: x\n  - command: y\n',
    [`${HOME}/.continue/config.json`]: legacy,
  });
  expect(servers.map(({name}) => name)).toEqual(['own', '#2', 'notes', 'notes #2', 'MCP Server']);
});
