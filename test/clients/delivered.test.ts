import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {planChange} from '../../src/clients/edit/index.ts';
import {type Found, findServers} from '../../src/clients/index.ts';
import type {Change} from '../../src/model/change.ts';
import type {Json} from '../../src/model/json.ts';
import {diskOf, hostOf, type Platform, PROJECTS} from './hosts.ts';

const find = (client: string, files: Readonly<Record<string, Json>>, platform: Platform = 'linux'): Promise<Found> =>
  findServers(hostOf(platform), {
    projectDir: PROJECTS[platform],
    clients: [client],
    disk: diskOf(
      platform,
      Object.fromEntries(
        Object.entries(files).map(([at, value]) => [
          at,
          typeof value === 'string' ? value : JSON.stringify(value, null, 2),
        ]),
      ),
    ),
  });
const states = ({entries}: Found) => entries.map(({name, scope, standing}) => [name, scope, standing.state]);

describe('extensions of Gemini CLI', () => {
  const FOLDER = '/home/dev/.gemini/extensions/notes';
  const FILE = `${FOLDER}/gemini-extension.json`;
  const SWITCHES = '/home/dev/.gemini/extensions/extension-enablement.json';
  const extension: Json = {
    name: 'notes',
    version: '1.0.0',
    mcpServers: {
      notes: {
        command: 'node',
        args: [`\${extensionPath}\${/}server.js`, `\${workspacePath}`],
        cwd: `\${extensionPath}`,
      },
    },
  };
  test('its own folder and the project’s are put in', async () => {
    const found = await find('gemini-cli', {[FILE]: extension});
    expect(found.entries[0]).toMatchObject({
      name: 'notes',
      scope: 'extension',
      standing: {state: 'active'},
      launch: {args: [`${FOLDER}/server.js`, '/work/app'], cwd: FOLDER},
    });
    expect(found.keeperOf(FILE)?.who).toBe('the extension "notes"');
  });
  test('a server of that name in the settings wins', async () => {
    const own = {'/home/dev/.gemini/settings.json': {mcpServers: {notes: {command: 'mine'}}}};
    expect(states(await find('gemini-cli', {[FILE]: extension, ...own}))).toEqual([
      ['notes', 'user', 'active'],
      ['notes', 'extension', 'shadowed'],
    ]);
  });
  test.each([
    [['!/*'], 'disabled'],
    [['!/work/*'], 'disabled'],
    [['!/work/app/'], 'disabled'],
    [['!/work/'], 'active'],
    [['!/workshop/*'], 'active'],
    [['!/*', '/work/app/'], 'active'],
    [['/work/app', '!/*'], 'disabled'],
    [[], 'active'],
  ])('the last rule that fits the folder decides: %j', async (overrides, state) => {
    const found = await find('gemini-cli', {[FILE]: extension, [SWITCHES]: {notes: {overrides}}});
    expect(found.entries[0]?.standing.state).toBe(state);
    if (state === 'disabled')
      expect(found.entries[0]?.standing.decidedBy).toMatchObject({
        file: SWITCHES,
        path: ['notes', 'overrides', overrides.findLastIndex((rule) => rule.startsWith('!'))],
        owner: 'the extension "notes"',
      });
  });
});

describe('extensions of Claude Desktop', () => {
  const FOLDER = '/Users/dev/Library/Application Support/Claude/Claude Extensions/ant.dir.notes';
  const FILE = `${FOLDER}/manifest.json`;
  const manifest: Json = {
    manifest_version: '0.2',
    name: 'notes',
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: {
        command: 'node',
        args: [`\${__dirname}\${/}server/index.js`, `\${user_config.folder}`],
        env: {TOKEN_FILE: `\${HOME}/token`},
        platform_overrides: {win32: {command: 'node.exe'}},
      },
    },
  };
  test('the manifest is one server, under the manifest’s name', async () => {
    const found = await find('claude-desktop', {[FILE]: manifest}, 'darwin');
    expect(found.entries).toHaveLength(1);
    const [entry] = found.entries;
    expect(entry).toMatchObject({
      name: 'notes',
      scope: 'extension',
      at: ['server', 'mcp_config'],
      line: 7,
      standing: {state: 'active'},
      launch: {
        command: 'node',
        args: [`${FOLDER}/server/index.js`, `\${user_config.folder}`],
        env: {TOKEN_FILE: '/Users/dev/token'},
      },
    });
    expect(found.files[0]).toMatchObject({serverNames: ['notes'], serverLikePaths: []});
    const setting = entry && found.evidenceOf(entry).variables.find(({name}) => name === 'folder');
    expect(setting).toMatchObject({syntax: `\${user_config.KEY}`, isExpanded: true, isSet: true});
  });
  test('words of one system replace the others there', async () => {
    const file = 'C:\\Users\\dev\\AppData\\Roaming\\Claude\\Claude Extensions\\x\\manifest.json';
    const found = await find('claude-desktop', {[file]: manifest}, 'win32');
    expect(found.entries[0]?.launch).toMatchObject({command: 'node.exe'});
  });
  test('one that is switched off', async () => {
    const settings = '/Users/dev/Library/Application Support/Claude/Claude Extensions Settings/ant.dir.notes.json';
    const off = await find('claude-desktop', {[FILE]: manifest, [settings]: {isEnabled: false}}, 'darwin');
    expect(off.entries[0]?.standing).toMatchObject({state: 'disabled', decidedBy: {file: settings}});
    const on = await find('claude-desktop', {[FILE]: manifest, [settings]: {isEnabled: true}}, 'darwin');
    expect(on.entries[0]?.standing.state).toBe('active');
  });
  test('in a file of one’s own such names mean nothing', async () => {
    const own = '/Users/dev/Library/Application Support/Claude/claude_desktop_config.json';
    const found = await find('claude-desktop', {[own]: {mcpServers: {x: {command: `\${__dirname}/x`}}}}, 'darwin');
    expect(found.entries[0]?.launch).toMatchObject({command: `\${__dirname}/x`});
  });
});

describe('Codex', () => {
  const CONFIG = '/home/dev/.codex/config.toml';
  const PROFILE = '/home/dev/.codex/work.config.toml';
  const TABLE = '[mcp_servers.notes]\ncommand = "node"\n';
  test('a profile counts while it is the chosen one, and goes before the other scopes then', async () => {
    const files = {[PROFILE]: TABLE, [CONFIG]: TABLE};
    expect(states(await find('codex', files))).toEqual([
      ['notes', 'profile', 'disabled'],
      ['notes', 'user', 'active'],
    ]);
    expect((await find('codex', files)).entries[0]?.standing.decidedBy?.owner).toBe('the profile "work"');
    expect(states(await find('codex', {...files, [CONFIG]: `profile = "work"\n${TABLE}`}))).toEqual([
      ['notes', 'profile', 'active'],
      ['notes', 'user', 'shadowed'],
    ]);
  });
  test('tables of profiles in config.toml, of one name in two of them', async () => {
    const text = `profile = "b"\n[profiles.a.mcp_servers.notes]\ncommand = "a"\n[profiles.b.mcp_servers.notes]\ncommand = "b"\n`;
    const {entries} = await find('codex', {[CONFIG]: text});
    expect(entries.map(({at, standing}) => [at.join('.'), standing.state])).toEqual([
      ['profiles.a.mcp_servers.notes', 'disabled'],
      ['profiles.b.mcp_servers.notes', 'active'],
    ]);
  });
  test('servers of plugins, with their switches in config.toml', async () => {
    const plugin = {'/home/dev/.codex/plugins/tools/.mcp.json': {mcpServers: {notes: {command: 'node'}}}};
    expect(states(await find('codex', plugin))).toEqual([['notes', 'plugin', 'active']]);
    for (const text of ['[plugins.tools]\nenabled = false\n', '[plugins.tools.mcp_servers.notes]\nenabled = false\n'])
      expect(states(await find('codex', {...plugin, [CONFIG]: text}))).toEqual([['notes', 'plugin', 'disabled']]);
    const other = '[plugins.others]\nenabled = false\n';
    expect(states(await find('codex', {...plugin, [CONFIG]: other}))).toEqual([['notes', 'plugin', 'active']]);
  });
  test('where the administrator lists servers, the name and what it starts must both be listed', async () => {
    const required = (command: string, name = 'notes') => ({
      '/etc/codex/requirements.toml': `[mcp_servers.${name}.identity]\ncommand = "${command}"\n`,
    });
    const files = {[CONFIG]: TABLE};
    expect(states(await find('codex', {...files, ...required('node')}))).toEqual([['notes', 'user', 'active']]);
    for (const rules of [required('other'), required('node', 'others')]) {
      const [entry] = (await find('codex', {...files, ...rules})).entries;
      expect(entry?.standing).toMatchObject({state: 'blocked', decidedBy: {owner: 'administrator'}});
    }
    const none = {'/etc/codex/requirements.toml': 'allowed_approval_policies = ["never"]\n'};
    expect(states(await find('codex', {...files, ...none}))).toEqual([['notes', 'user', 'active']]);
  });
});

test('plugins of Copilot CLI go before the project’s and the person’s', async () => {
  const notes = {mcpServers: {notes: {command: 'node', args: [], tools: ['*']}}};
  const found = await find('copilot-cli', {
    '/home/dev/.copilot/installed-plugins/tools/.mcp.json': notes,
    '/home/dev/.copilot/mcp-config.json': notes,
  });
  expect(states(found)).toEqual([
    ['notes', 'user', 'shadowed'],
    ['notes', 'plugin', 'active'],
  ]);
});

describe('a file that somebody else writes', () => {
  const change = (file: string): Change => ({
    file,
    path: ['mcpServers', 'notes', 'url'],
    edit: {kind: 'set', value: 'https://notes.example/mcp'},
    why: 'The address is another one',
  });
  const aFile = async (): Promise<string> => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'kept-'));
    onTestFinished(() => fs.rm(folder, {recursive: true}));
    const file = path.join(folder, '.mcp.json');
    await fs.writeFile(file, '{\n  "mcpServers": {"notes": {"url": "https://old.example"}}\n}\n');
    return file;
  };
  test('is not written: the owner, what to do, and the change are told', async () => {
    const file = await aFile();
    const keptBy = {who: 'the plugin "notes"', instead: 'Update the plugin.'};
    const plan = await planChange(change(file), {host: hostOf('linux'), keptBy});
    expect(plan).toMatchObject({
      refused: expect.stringMatching(
        /^Not written: .* belongs to the plugin "notes".*\. Update the plugin\. It would be, at line 2: - .*old\.example.* \+ .*notes\.example/,
      ),
      patch: expect.arrayContaining([expect.stringContaining('+')]),
    });
  });
  test('any other is', async () => {
    const file = await aFile();
    const plan = await planChange(change(file), {host: hostOf('linux'), keptBy: null});
    expect(plan).not.toHaveProperty('refused');
  });
  test('secrets of it are not told', async () => {
    const file = await aFile();
    const token = `ghp_${'x'.repeat(36)}`;
    await fs.writeFile(
      file,
      `{"mcpServers": {"notes": {"url": "https://old.example", "headers": {"X-Api-Key": "${token}"}}}}`,
    );
    const plan = await planChange(change(file), {host: hostOf('linux'), keptBy: {who: 'x', instead: 'y.'}});
    expect(JSON.stringify(plan)).not.toContain(token);
    expect(plan).toHaveProperty('refused');
  });
  test.each([
    ['claude-code', '/etc/claude-code/managed-mcp.json', {mcpServers: {}}],
    ['gemini-cli', '/etc/gemini-cli/settings.json', {mcpServers: {}}],
    ['codex', '/etc/codex/config.toml', '[mcp_servers]\n'],
    ['qwen-code', '/etc/qwen-code/settings.json', {mcpServers: {}}],
  ])('%s: %s is the administrator’s', async (client, file, text) => {
    expect((await find(client, {[file]: text})).keeperOf(file)?.who).toBe('your administrator');
  });
  test('a person’s own is nobody else’s', async () => {
    const file = '/home/dev/.claude.json';
    expect((await find('claude-code', {[file]: {mcpServers: {}}})).keeperOf(file)).toBeNull();
  });
});
