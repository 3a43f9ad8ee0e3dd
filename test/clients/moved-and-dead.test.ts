import {expect, test} from 'vitest';
import type {Json} from '../../src/model/json.ts';
import {type Platform, PROJECTS} from './hosts.ts';
import {look} from './look.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;
const NEAR = {command: 'node'};
const one = (entry: Json): Json => ({mcpServers: {notes: entry}});

/** Variables that move a client's files, and where the file is then. */
const MOVED: readonly (readonly [client: string, variable: string, value: string, file: string])[] = [
  ['claude-code', 'CLAUDE_CONFIG_DIR', '/opt/x', '/opt/x/.claude.json'],
  ['codex', 'CODEX_HOME', '/opt/x', '/opt/x/config.toml'],
  ['copilot-cli', 'COPILOT_HOME', '/opt/x', '/opt/x/mcp-config.json'],
  ['gemini-cli', 'GEMINI_CLI_HOME', '/opt/x', '/opt/x/.gemini/settings.json'],
  ['gemini-cli', 'GEMINI_CLI_SYSTEM_SETTINGS_PATH', '/opt/x.json', '/opt/x.json'],
  ['gemini-cli', 'GEMINI_CLI_SYSTEM_DEFAULTS_PATH', '/opt/x.json', '/opt/x.json'],
  ['qwen-code', 'QWEN_HOME', '/opt/x', '/opt/x/settings.json'],
  ['cline', 'CLINE_MCP_SETTINGS_PATH', '/opt/x.json', '/opt/x.json'],
  ['cline', 'CLINE_DATA_DIR', '/opt/x', '/opt/x/settings/cline_mcp_settings.json'],
  ['cline', 'CLINE_DIR', '/opt/x', '/opt/x/data/settings/cline_mcp_settings.json'],
  ['opencode', 'OPENCODE_CONFIG', '/opt/x.json', '/opt/x.json'],
  ['opencode', 'OPENCODE_CONFIG_DIR', '/opt/x', '/opt/x/opencode.json'],
  ['kimi-code', 'KIMI_CODE_HOME', '/opt/x', '/opt/x/mcp.json'],
  ['grok-build', 'GROK_HOME', '/opt/x', '/opt/x/config.toml'],
  ['crush', 'CRUSH_GLOBAL_CONFIG', '/opt/x', '/opt/x/crush.json'],
  ['vscode', 'VSCODE_PORTABLE', '/opt/x', '/opt/x/user-data/User/mcp.json'],
  ['zed', 'XDG_CONFIG_HOME', '/opt/x', '/opt/x/zed/settings.json'],
];

test.each(MOVED)('%s: %s moves its file', async (client, name, value, file) => {
  const text = file.endsWith('.toml') ? '' : '{}';
  const {found} = await look(client, {[file]: text}, {env: {[name]: value}});
  expect(found.files.map(({path}) => path)).toEqual([file]);
  expect((await look(client, {[file]: text})).found.files).toEqual([]);
});

/** Places that look right: the client that people expect there. */
const DEAD: readonly (readonly [client: string, file: string, platform: Platform])[] = [
  ['claude-code', `${HOME}/.claude/settings.json`, 'linux'],
  ['claude-code', `${PROJECT}/.claude/settings.json`, 'linux'],
  ['claude-code', `${PROJECT}/.claude/settings.local.json`, 'linux'],
  ['claude-code', `${PROJECT}/.claude/.mcp.json`, 'linux'],
  ['claude-code', `${PROJECT}/.claude/mcp.json`, 'linux'],
  ['claude-code', `${HOME}/.claude/mcp.json`, 'linux'],
  ['claude-code', `${HOME}/.claude/.mcp.json`, 'linux'],
  ['claude-code', `${HOME}/.config/claude-code/settings.json`, 'linux'],
  ['claude-code', '/Users/dev/Library/Application Support/Claude Code/User/settings.json', 'darwin'],
  ['claude-code', 'C:\\Users\\dev\\AppData\\Roaming\\Claude Code\\User\\settings.json', 'win32'],
  ['claude-code', 'C:\\ProgramData\\ClaudeCode\\managed-mcp.json', 'win32'],
  ['claude-code', `${HOME}/.mcp.json`, 'linux'],
  ['claude-desktop', `${HOME}/.claude/claude_desktop_config.json`, 'linux'],
  ['codex', `${HOME}/.codex/mcp.json`, 'linux'],
  ['cline', `${HOME}/.cline/mcp.json`, 'linux'],
  ['cline', `${HOME}/.cline/mcp_settings.json`, 'linux'],
  ['windsurf', `${HOME}/.windsurf/mcp.json`, 'linux'],
  ['windsurf', `${PROJECT}/.windsurf/mcp.json`, 'linux'],
  ['goose', `${HOME}/.config/goose/mcp.json`, 'linux'],
  ['amp', `${HOME}/.amp/mcp.json`, 'linux'],
  ['amp', `${PROJECT}/.amp/mcp.json`, 'linux'],
  ['junie', `${HOME}/.junie/mcp.json`, 'linux'],
  ['junie', `${PROJECT}/.junie/mcp.json`, 'linux'],
  ['jetbrains-ai', `${PROJECT}/.idea/mcp.json`, 'linux'],
];

test.each(DEAD)('%s does not read %s', async (client, file, platform) => {
  const {files, servers} = await look(client, {[file]: one(NEAR)}, {platform});
  expect(files).toEqual(['dead-location']);
  expect(servers.map(({state}) => state)).toEqual(['dead-location']);
  // The same file without servers is nobody's concern.
  expect((await look(client, {[file]: {}}, {platform})).files).toEqual([]);
});

test('the home folder’s .mcp.json is Visual Studio’s on Windows, and nobody’s elsewhere', async () => {
  const file = 'C:\\Users\\dev\\.mcp.json';
  const sign = {'C:\\Users\\dev\\AppData\\Local\\Microsoft\\VisualStudio\\17\\x': ''};
  const vs = await look('visual-studio', {[file]: {servers: {notes: NEAR}}, ...sign}, {platform: 'win32'});
  expect(vs.servers).toMatchObject([{name: 'notes', state: 'active'}]);
  expect((await look('claude-code', {[file]: one(NEAR)}, {platform: 'win32'})).found.files).toEqual([]);
});

test('of Claude Desktop’s two files on Windows the one of the Store counts', async () => {
  const usual = 'C:\\Users\\dev\\AppData\\Roaming\\Claude\\claude_desktop_config.json';
  const store =
    'C:\\Users\\dev\\AppData\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude\\claude_desktop_config.json';
  const {servers} = await look('claude-desktop', {[usual]: one(NEAR), [store]: one(NEAR)}, {platform: 'win32'});
  expect(servers.map(({scope, state}) => [scope, state])).toEqual([
    ['user-msix', 'active'],
    ['user', 'shadowed'],
  ]);
});

test('names with dots, spaces and slashes are keys, not paths', async () => {
  const {found} = await look('claude-desktop', {
    [`${HOME}/.config/Claude/claude_desktop_config.json`]: {mcpServers: {'a.b/c d': NEAR, __proto__x: NEAR}},
  });
  expect(found.entries.map(({at}) => at)).toEqual([
    ['mcpServers', 'a.b/c d'],
    ['mcpServers', '__proto__x'],
  ]);
});
