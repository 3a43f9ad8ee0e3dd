import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Keeper} from '../../src/clients/client.ts';
import {planChange} from '../../src/clients/edit/index.ts';
import type {Change} from '../../src/model/change.ts';
import {hostOf, PROJECTS} from './hosts.ts';
import {look} from './look.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;

describe('agents of Claude Code', () => {
  const AGENT = `---
name: tester
description: Tests in a browser
mcpServers:
  # one of its own
  - browser:
      type: stdio
      command: npx
      args: ["-y", "browser-mcp"]
  - github
---
# Body: [ { "not": yaml
`;
  test.each([
    [`${HOME}/.claude/agents/tester.md`, false],
    [`${PROJECT}/.claude/agents/tester.md`, true],
  ])('%s: the servers of its own are read, references are not', async (file, isProjectFile) => {
    const {found, files, servers} = await look('claude-code', {[file]: AGENT});
    expect(files).toEqual([]);
    expect(servers).toMatchObject([{name: 'browser', scope: 'agent', transport: 'stdio', state: 'active', ids: []}]);
    expect(found.entries).toMatchObject([{line: 6, at: ['mcpServers', 0, 'browser'], isProjectFile}]);
    expect(found.entries[0]?.launch).toMatchObject({command: 'npx', args: ['-y', 'browser-mcp']});
  });
  test('its faults are told at their line', async () => {
    const far = '---\nmcpServers:\n  - notes:\n      url: https://notes.example/mcp\n---\nBody\n';
    const {servers} = await look('claude-code', {[`${HOME}/.claude/agents/far.md`]: far});
    expect(servers).toMatchObject([{name: 'notes', state: 'unusable', ids: ['url-without-type']}]);
  });
  test('a map where the list belongs is passed over by Claude Code, and told', async () => {
    const text = '---\nmcpServers:\n  notes:\n    command: node\n---\n';
    const {found, files, servers} = await look('claude-code', {[`${HOME}/.claude/agents/map.md`]: text});
    expect([files, servers]).toEqual([['server-table-wrong-type'], []]);
    expect(found.files[0]).toMatchObject({rootFound: 'object', rootExpected: 'maps'});
  });
  test('in a folder that was refused they do not start', async () => {
    const {servers} = await look('claude-code', {
      [`${PROJECT}/.claude/agents/tester.md`]: AGENT,
      [`${HOME}/.claude.json`]: {projects: {[PROJECT]: {hasTrustDialogAccepted: false}}},
    });
    expect(servers).toMatchObject([{state: 'not-approved', ids: ['folder-not-trusted']}]);
  });
  test.each([
    ['no front matter', '# mcpServers:\n\n- a\n'],
    ['no servers', '---\nname: a\n---\nmcpServers:\n'],
    ['the words further in', '---\nabout:\n  mcpServers: none\n---\n'],
    ['an open front matter of another kind', 'mcpServers:\n  - a\n'],
  ])('a Markdown file with %s is no file of servers', async (_what, text) => {
    expect((await look('claude-code', {[`${HOME}/.claude/agents/a.md`]: text})).found.files).toEqual([]);
  });
});

test('agents of Copilot hold a map, and may name secrets that this machine does not have', async () => {
  const text = `---\nname: a\nmcp-servers:\n  notes:\n    type: local\n    command: npx\n    args: ['-y']\n    tools: ['*']\n    env:\n      TOKEN: \${{ secrets.COPILOT_MCP_TOKEN }}\n---\nBody\n`;
  for (const file of [`${HOME}/.copilot/agents/a.agent.md`, `${PROJECT}/.github/agents/a.md`]) {
    const {servers} = await look('copilot-cli', {[file]: text, [`${HOME}/.copilot/config.json`]: '{}'});
    expect(servers).toMatchObject([{name: 'notes', scope: 'agent', state: 'active', ids: []}]);
  }
});

describe('settings of JetBrains IDEs', () => {
  const component = (name: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<project version="4">\n  <component name="RunManager"><configuration name="x"/></component>\n  <component name="${name}">\n${inner}\n  </component>\n</project>\n`;
  const option = (name: string, value: string): string => `      <option name="${name}" value="${value}" />`;
  const near = [
    '    <McpServerCommand sourceId="UserConfigurationSource">',
    option('enabled', 'true'),
    option('name', 'notes'),
    option('programPath', 'npx.cmd'),
    option('arguments', '-y notes-mcp --token sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx &quot;a b&quot;'),
    option('workingDirectory', '$PROJECT_DIR$/srv'),
    '      <envs><env name="REGION" value="e&amp;u" /></envs>',
    '    </McpServerCommand>',
  ].join('\n');
  const far = `    <urls><McpServerURL>${option('name', 'far')}${option('url', 'https://notes.example/mcp')}<option name="headers"><map><entry key="X-Team" value="blue" /></map></option></McpServerURL></urls>`;
  test('a program, in the layout of 2025.2', async () => {
    const file = `${PROJECT}/.idea/workspace.xml`;
    const {found, files, servers} = await look('jetbrains-ai', {[file]: component('McpProjectServerCommands', near)});
    expect(files).toEqual([]);
    expect(servers).toMatchObject([{name: 'notes', scope: 'project-xml', state: 'active'}]);
    const [entry] = found.entries;
    expect(entry).toMatchObject({line: 5, format: 'xml', isProjectFile: true});
    expect(entry?.launch).toMatchObject({command: 'npx.cmd', cwd: `${PROJECT}/srv`, env: {REGION: 'e&u'}});
    expect(entry?.launch).toHaveProperty('args.4', 'a b');
    expect(entry?.secrets).toContain(`sk-${'x'.repeat(28)}`);
    expect(found.keeperOf(file)?.who).toBe('your JetBrains IDE');
  });
  test('a URL, in the layout after it; a server that is switched off; one whose state alone is noted', async () => {
    const off = near.replace('"enabled" value="true"', '"enabled" value="false"');
    const noted = `    <McpServerConfigurationProperties>${option('name', 'elsewhere')}</McpServerConfigurationProperties>`;
    const text = component('McpApplicationServerCommands', `<commands>${off}${noted}</commands>${far}`);
    const file = `${HOME}/.config/JetBrains/PyCharm2025.2/options/llm.mcpServers.xml`;
    const {found, servers} = await look('jetbrains-ai', {[file]: text});
    expect(servers).toMatchObject([
      {name: 'notes', scope: 'user-xml', state: 'disabled'},
      {name: 'far', scope: 'user-xml', state: 'active', transport: 'http', ids: []},
    ]);
    expect(found.entries[1]?.launch).toMatchObject({url: 'https://notes.example/mcp', headers: {'X-Team': 'blue'}});
  });
  test('Rider’s own folder, and a workspace without servers', async () => {
    const rider = `${PROJECT}/.idea/.idea.Shop/.idea/workspace.xml`;
    const found = await look('jetbrains-ai', {
      [rider]: component('McpProjectServerCommands', near),
      [`${PROJECT}/.idea/workspace.xml`]: '<project><component name="Other" /></project>',
    });
    expect(found.found.files.map(({path}) => path)).toEqual([rider]);
  });
  test.each([
    '<project><component name="McpProjectServerCommands"></project>',
    '<project><component name="McpProjectServerCommands"',
    '<component name="McpProjectServerCommands"/></project>',
  ])('%s is told as broken', async (text) => {
    const {files, servers} = await look('jetbrains-ai', {[`${PROJECT}/.idea/workspace.xml`]: text});
    expect([files, servers]).toEqual([['config-syntax-error'], []]);
  });
});

describe('preferences of Eclipse', () => {
  const SETTINGS = '.metadata/.plugins/org.eclipse.core.runtime/.settings/com.microsoft.copilot.eclipse.ui.prefs';
  const prefs = (json: string): string =>
    `eclipse.preferences.version=1\n#mcp=old\nother=a\\=b\nmcp=${json.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll('\n', '\\n')}\nlast=1\n`;
  const json = '{\n "servers": {\n  "notes": {"command": "C:\\\\x.exe", "args": ["é"]}\n }\n}';
  test.each([`${HOME}/eclipse-workspace`, '/work', PROJECT])('of the workspace %s', async (folder) => {
    const file = `${folder}/${SETTINGS}`;
    const {found, servers} = await look('copilot-ides', {[file]: prefs(json)});
    expect(servers).toMatchObject([{name: 'notes', scope: 'eclipse', state: 'active'}]);
    expect(found.entries[0]).toMatchObject({line: 4, format: 'properties'});
    expect(found.entries[0]?.launch).toMatchObject({command: 'C:\\x.exe', args: ['é']});
    expect(found.keeperOf(file)?.who).toBe('Eclipse');
  });
  test('a value over several lines, and signs by their number', async () => {
    const text = 'mcp = {"servers": \\\n   {"n\\u00f6tes": {"command"\\: "node"}}}\n';
    const {servers} = await look('copilot-ides', {[`${HOME}/eclipse-workspace/${SETTINGS}`]: text});
    expect(servers.map(({name}) => name)).toEqual(['nötes']);
  });
  test('preferences without servers are nobody’s concern', async () => {
    const text = 'mcp_enabled=true\nmcpx=1\n';
    expect((await look('copilot-ides', {[`${HOME}/eclipse-workspace/${SETTINGS}`]: text})).found.files).toEqual([]);
  });
});

test('servers of Zed’s extensions are named, with their owner; what they start only Zed knows', async () => {
  const file = `${HOME}/.local/share/zed/extensions/installed/postgres/extension.toml`;
  const {found, files, servers} = await look('zed', {
    [file]: 'id = "postgres"\n\n[context_servers.postgres-context-server]\n',
    [`${HOME}/.local/share/zed/extensions/installed/theme/extension.toml`]: 'id = "theme"\n',
  });
  expect(files).toEqual([]);
  expect(servers).toEqual([
    {name: 'postgres-context-server', scope: 'extension', transport: 'unknown', state: 'active', ids: []},
  ]);
  expect(found.keeperOf(file)?.who).toBe('the extension "postgres"');
  expect(found.files).toHaveLength(1);
});

test.each([
  [`${HOME}/.config/goose/recipes/a.yaml`, {}, false],
  [`${PROJECT}/.goose/recipes/a.yaml`, {}, true],
  [`${PROJECT}/recipe.yaml`, {}, true],
  ['/opt/recipes/a.yaml', {GOOSE_RECIPE_PATH: '/nowhere:/opt/recipes'}, false],
])('the recipe %s of Goose', async (file, env, isProjectFile) => {
  const text = `version: 1.0.0\ntitle: A\nextensions:\n  - type: builtin\n    name: developer\n  - type: stdio\n    name: notes\n    cmd: npx\n    args: [-y]\n`;
  const {found, files, servers} = await look('goose', {[file]: text}, {env});
  expect(files).toEqual([]);
  expect(servers).toMatchObject([{name: 'notes', scope: 'recipe', transport: 'stdio', state: 'active', ids: []}]);
  expect(found.entries[0]?.isProjectFile).toBe(isProjectFile);
});

test('a recipe of the desktop program, and a YAML file that is none', async () => {
  const {servers} = await look('goose', {
    [`${HOME}/.config/goose/recipes/a.yaml`]:
      'name: A\nrecipe:\n  extensions:\n    - type: streamable_http\n      name: far\n      uri: https://notes.example/mcp\n',
    [`${HOME}/.config/goose/recipes/b.yaml`]: 'title: B\n',
  });
  expect(servers).toMatchObject([{name: 'far', transport: 'http'}]);
});

test('plugins of Cursor', async () => {
  const cached = `${HOME}/.cursor/plugins/cache/cursor-public/linear/0a1b2c3d4e/mcp.json`;
  const own = `${HOME}/.cursor/plugins/local/mine/mcp.json`;
  const {found, servers} = await look('cursor', {
    [cached]: {mcpServers: {linear: {url: 'https://notes.example/mcp'}}},
    [own]: {mcpServers: {mine: {command: 'node'}}},
  });
  expect(servers).toMatchObject([
    {name: 'linear', scope: 'plugin'},
    {name: 'mine', scope: 'plugin'},
  ]);
  expect([cached, own].map((file) => found.keeperOf(file)?.who)).toEqual(['the plugin "linear"', 'the plugin "mine"']);
});

test('an entry of a registry has its program from there', async () => {
  const {servers} = await look('kiro', {
    [`${HOME}/.kiro/settings/mcp.json`]: {mcpServers: {notes: {type: 'registry'}, none: {type: 'stdio'}}},
  });
  expect(servers).toMatchObject([{ids: []}, {ids: ['missing-command-and-url']}]);
});

describe('a change', () => {
  const planned = async (name: string, text: string, change: Omit<Change, 'file' | 'why'>, keptBy: Keeper | null) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-beside-'));
    try {
      const file = path.join(folder, name);
      await fs.writeFile(file, text);
      return await planChange({...change, file, why: 'It is so'}, {host: hostOf('linux'), keptBy});
    } finally {
      await fs.rm(folder, {recursive: true});
    }
  };
  test('in a front matter touches one value; the text behind it stays byte for byte', async () => {
    const text = '---\r\nmcpServers:\r\n  - notes:  # mine\r\n      command: nod\r\n---\r\n# A: [b\r\n\t---\r\n';
    const edit = {kind: 'set', value: 'node'} as const;
    const plan = await planned('a.md', text, {path: ['mcpServers', 0, 'notes', 'command'], edit}, null);
    expect('refused' in plan ? plan.refused : plan.bytesAfter.toString()).toBe(text.replace('nod\r', 'node\r'));
  });
  test.each([
    ['llm.mcpServers.xml', '<application><component name="McpApplicationServerCommands"/></application>'],
    ['com.microsoft.copilot.eclipse.ui.prefs', 'mcp={"servers"\\:{"notes"\\:{"command"\\:"nod"}}}\n'],
  ])('in %s is told, with who can make it', async (name, text) => {
    const edit = {kind: 'set', value: 'node'} as const;
    const keeper = {who: 'the IDE', instead: 'Change it there.'};
    const plan = await planned(name, text, {path: ['servers', 'notes', 'command'], edit}, keeper);
    expect(plan).toMatchObject({
      refused: expect.stringMatching(/^Not written: .+ belongs to the IDE, .+ Change it there\.$/),
      patch: [expect.stringContaining('"command"'), expect.stringContaining('node')],
    });
    const own = await planned(name, text, {path: ['servers', 'notes', 'command'], edit}, null);
    expect(own).toMatchObject({refused: expect.stringContaining('only its own program writes it')});
  });
});
