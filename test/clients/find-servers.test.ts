import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {CLIENTS, digestOf, findServers} from '../../src/clients/index.ts';
import {placesOf} from '../../src/clients/places.ts';
import type {Host} from '../../src/model/host.ts';
import type {Json} from '../../src/model/json.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {diskOf, hostOf, PROJECTS} from './hosts.ts';

const pathsOfClient = (host: Host, id: string): readonly string[] =>
  CLIENTS.filter((client) => client.id === id).flatMap((client) =>
    client.files(placesOf(host, [PROJECTS[host.platform]])).map((file) => file.path),
  );

describe('paths follow the system and its relocating variables', () => {
  test.each<[string, Host, string]>([
    ['claude-desktop', hostOf('darwin'), '/Users/dev/Library/Application Support/Claude/claude_desktop_config.json'],
    ['claude-desktop', hostOf('win32', {APPDATA: 'D:\\R'}), 'D:\\R\\Claude\\claude_desktop_config.json'],
    [
      'claude-desktop',
      hostOf('win32'),
      'C:\\Users\\dev\\AppData\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude\\claude_desktop_config.json',
    ],
    ['claude-desktop', hostOf('linux', {XDG_CONFIG_HOME: '/x'}), '/x/Claude/claude_desktop_config.json'],
    ['vscode', hostOf('darwin'), '/Users/dev/Library/Application Support/Code/User/mcp.json'],
    ['vscode', hostOf('linux'), '/home/dev/.config/Code/User/mcp.json'],
    ['vscode', hostOf('win32'), 'C:\\Users\\dev\\AppData\\Roaming\\Code\\User\\mcp.json'],
    ['vscode-insiders', hostOf('linux'), '/home/dev/.config/Code - Insiders/User/mcp.json'],
    ['codex', hostOf('linux', {CODEX_HOME: '/c'}), '/c/config.toml'],
    ['copilot-cli', hostOf('linux', {COPILOT_HOME: '/c'}), '/c/mcp-config.json'],
    ['gemini-cli', hostOf('linux', {GEMINI_CLI_HOME: '/g'}), '/g/.gemini/settings.json'],
    ['gemini-cli', hostOf('win32'), 'C:\\ProgramData\\gemini-cli\\settings.json'],
    ['qwen-code', hostOf('linux', {QWEN_HOME: '/q'}), '/q/settings.json'],
    ['cline', hostOf('linux', {CLINE_DIR: '/c'}), '/c/data/settings/cline_mcp_settings.json'],
    ['cline', hostOf('linux', {CLINE_MCP_SETTINGS_PATH: '/c.json', CLINE_DIR: '/c'}), '/c.json'],
    ['opencode', hostOf('linux', {OPENCODE_CONFIG: '/o.json'}), '/o.json'],
    ['zed', hostOf('darwin'), '/Users/dev/.config/zed/settings.json'],
    ['goose', hostOf('win32'), 'C:\\Users\\dev\\AppData\\Roaming\\Block\\goose\\config\\config.yaml'],
    ['copilot-ides', hostOf('win32'), 'C:\\Users\\dev\\AppData\\Local\\github-copilot\\intellij\\mcp.json'],
  ])('%s', (id, host, expected) => {
    expect(pathsOfClient(host, id)).toContain(expected);
  });
  test('a relative XDG_CONFIG_HOME is ignored, as the specification asks', () => {
    expect(pathsOfClient(hostOf('linux', {XDG_CONFIG_HOME: 'x'}), 'zed')).toContain(
      '/home/dev/.config/zed/settings.json',
    );
  });
  test('a machine without a home gives no path below it', async () => {
    const host = {...hostOf('linux'), home: null};
    const found = await findServers(host, {projectDir: null, disk: diskOf('linux', {})});
    expect(found.entries).toEqual([]);
    expect(found.looked.every(({path: at}) => path.isAbsolute(at))).toBe(true);
  });
});

const findIn = (files: Readonly<Record<string, string>>, clients?: readonly string[], host = hostOf('linux')) =>
  findServers(host, {
    projectDir: PROJECTS[host.platform],
    disk: diskOf(host.platform, files),
    ...(clients === undefined ? {} : {clients}),
  });

const NOTES = {command: 'node', args: ['a.js']};
const map = (key: string, entry: Json = NOTES): string => JSON.stringify({[key]: {notes: entry}}, null, 2);

describe('files in which a client finds nothing', () => {
  test.each<[string, string, string, readonly Json[]]>([
    ['another client\u2019s key', '/work/app/.vscode/mcp.json', map('mcpServers'), [['mcpServers']]],
    ['the key of VS Code', '/work/app/.cursor/mcp.json', map('servers'), [['servers']]],
    ['no wrapper', '/work/app/.cursor/mcp.json', JSON.stringify({notes: NOTES}), [[]]],
    ['one entry alone', '/work/app/.cursor/mcp.json', JSON.stringify(NOTES), [[]]],
    [
      'one level too deep',
      '/work/app/.cursor/mcp.json',
      JSON.stringify({mcp: {mcpServers: {a: NOTES}}}),
      [['mcp', 'mcpServers']],
    ],
    ['TOML in camel case', '/home/dev/.codex/config.toml', '[mcpServers.a]\ncommand = "x"\n', [['mcpServers']]],
    [
      'settings of a program that has none',
      '/home/dev/.config/zed/settings.json',
      '{"theme": "One", "command": {"x": {"command": "y"}}}',
      [],
    ],
    ['settings with a table of another client', '/home/dev/.config/Code/User/settings.json', map('amp.mcpServers'), []],
  ])('%s', async (_name, file, text, like) => {
    const {files} = await findIn({[file]: text}, ['vscode', 'cursor', 'codex', 'zed']);
    expect(files).toMatchObject([{rootFound: 'missing', serverLikePaths: like}]);
  });
  test('a table of the wrong type', async () => {
    const {files, entries} = await findIn({'/work/app/.cursor/mcp.json': '{"mcpServers": "x"}'}, ['cursor']);
    expect(files).toMatchObject([{rootFound: 'other'}]);
    expect(entries).toEqual([]);
  });
  test('a place that no client reads', async () => {
    const {files, entries} = await findIn({'/home/dev/.codex/mcp.json': map('mcpServers')});
    expect(files).toMatchObject([
      {client: 'codex', scope: 'dead', deadLocation: {expectedBy: 'codex', hasServers: true}, serverNames: ['notes']},
    ]);
    expect(entries).toMatchObject([{name: 'notes', client: 'codex', standing: {state: 'dead-location'}}]);
  });
  test('settings of Claude Code without servers are no dead place', async () => {
    const {files} = await findIn({'/home/dev/.claude/settings.json': '{"model": "x"}'});
    expect(files).toEqual([]);
  });
});

describe('encodings and limits', () => {
  const home = tempHome;
  const find = (dir: string, host: Host) =>
    findServers(host, {projectDir: path.join(dir, 'project'), clients: ['claude-code']});
  test.each<[string, Buffer | string, object, number]>([
    ['BOM', `\ufeff${map('mcpServers')}`, {encoding: 'utf-8-bom', syntax: null}, 1],
    [
      'UTF-16',
      Buffer.from(`\ufeff${map('mcpServers')}`, 'utf16le'),
      {encoding: 'utf-16le', syntax: null, serverNames: ['notes']},
      0,
    ],
    ['UTF-16 without a mark', Buffer.from(map('mcpServers'), 'utf16le'), {encoding: 'utf-16le'}, 0],
    ['too deep', '['.repeat(200_000), {unreadable: 'too-deep'}, 0],
    ['too large', ' '.repeat(6 * 1024 * 1024), {unreadable: 'too-large'}, 0],
    [
      'broken, with names',
      '{"mcpServers": {"notes": {"command": "node"} "more": {"command": "x"}}}',
      {syntax: {kind: 'missing-comma'}, serverNames: ['notes', 'more']},
      0,
    ],
  ])('%s', async (_name, content, expected, count) => {
    const {dir, home: at, write} = home();
    write('home/.claude.json', content);
    const found = await find(dir, hostOf('linux', {}, at));
    expect(found.files).toMatchObject([expected]);
    expect(found.entries).toHaveLength(count);
  });
  test('a folder and a broken link in the place of a file are told', async () => {
    const {dir, home: at} = home();
    fs.mkdirSync(path.join(at, '.claude.json'));
    fs.symlinkSync('/nowhere/x.json', path.join(dir, 'project', '.mcp.json'));
    const {files} = await find(dir, hostOf('linux', {}, at));
    expect(files.map(({unreadable}) => unreadable)).toEqual(['ENOENT', 'EISDIR']);
  });
  test('a project that is reached through a link keeps its local servers', async () => {
    const {dir, home: at, write} = home();
    const project = path.join(dir, 'project');
    fs.symlinkSync(project, path.join(dir, 'link'));
    write('home/.claude.json', {projects: {[project]: {mcpServers: {notes: NOTES}}}});
    const found = await findServers(hostOf('linux', {}, at), {
      projectDir: path.join(dir, 'link'),
      clients: ['claude-code'],
    });
    expect(found.entries).toMatchObject([{scope: 'local', name: 'notes'}]);
  });
  test('Windows spellings of one folder', async () => {
    const host = hostOf('win32');
    const state = JSON.stringify({projects: {'c:/work/app': {mcpServers: {notes: NOTES}}}});
    const {entries} = await findIn({'C:\\Users\\dev\\.claude.json': state}, ['claude-code'], host);
    expect(entries).toMatchObject([{scope: 'local'}]);
  });
  test('a line with a secret is shown without it', async () => {
    const token = `ghp_${'x1'.repeat(18)}`;
    const text = `{"mcpServers": {"a": {"env": {"NOTES_PASSWORD": "open sesame", "T": "${token}"} "command": "x"}}}`;
    const {files} = await findIn({'/home/dev/.claude.json': text}, ['claude-code']);
    const shown = JSON.stringify(files);
    expect(files[0]?.syntax?.lineText).toContain('NOTES_PASSWORD');
    expect(shown).not.toContain(token);
    expect(shown).not.toContain('open sesame');
  });
});

describe('other clients\u2019 own rules', () => {
  test('Codex: named variables, and a project that is not trusted', async () => {
    const host = hostOf('linux', {NOTES_TOKEN: 'tok-0987654321', REGION: 'eu'});
    const text =
      '[mcp_servers.a]\nurl = "https://x.test"\nbearer_token_env_var = "NOTES_TOKEN"\n[mcp_servers.b]\nurl = "https://x.test"\nbearer_token_env_var = "NOTES_TOKN"\n[mcp_servers.c]\ncommand = "x"\nenv_vars = ["REGION"]\n';
    const found = await findIn(
      {'/home/dev/.codex/config.toml': text, '/work/app/.codex/config.toml': '[mcp_servers.p]\ncommand = "x"\n'},
      ['codex'],
      host,
    );
    const [p, a, b, c] = found.entries;
    expect(p?.standing.state).toBe('not-approved');
    expect(a?.launch).toMatchObject({headers: {Authorization: 'Bearer tok-0987654321'}});
    expect(a?.secrets).toContain('tok-0987654321');
    expect(b === undefined ? [] : found.evidenceOf(b).variables).toMatchObject([
      {name: 'NOTES_TOKN', syntax: 'NAME', isSet: false, near: ['NOTES_TOKEN']},
    ]);
    expect(c?.launch).toMatchObject({env: {REGION: 'eu'}});
  });
  test('Codex: a trusted project', async () => {
    const files = {
      '/home/dev/.codex/config.toml': '[projects."/work/app"]\ntrust_level = "trusted"\n',
      '/work/app/.codex/config.toml': '[mcp_servers.p]\ncommand = "x"\n',
    };
    expect((await findIn(files, ['codex'])).entries[0]?.standing.state).toBe('active');
  });
  test('broken TOML names its place and its servers', async () => {
    const {files} = await findIn({'/home/dev/.codex/config.toml': '[mcp_servers.a]\ncommand = "x\n[mcp_servers.b]\n'}, [
      'codex',
    ]);
    expect(files).toMatchObject([{syntax: {kind: 'other', place: {line: 2}}, serverNames: ['a', 'b']}]);
  });
  test('Gemini CLI: unset variables, exclusion, and its switch', async () => {
    const text =
      '{"mcpServers": {"a": {"command": "$NO", "env": {"X": "$NO"}}, "b": {"command": "x"}, "c": {"command": "x"}}, "mcp": {"excluded": ["b"]}}';
    const {entries} = await findIn(
      {
        '/home/dev/.gemini/settings.json': text,
        '/home/dev/.gemini/mcp-server-enablement.json': '{"c": {"enabled": false}}',
      },
      ['gemini-cli'],
    );
    expect(entries[0]?.launch).toMatchObject({command: '$NO', env: {X: ''}});
    expect(entries.map(({standing}) => standing.state)).toEqual(['active', 'disabled', 'disabled']);
  });
  test.each<[string, string, string, string]>([
    ['cline', '/home/dev/.cline/data/settings/cline_mcp_settings.json', 'mcpServers', 'sse'],
    ['qwen-code', '/home/dev/.qwen/settings.json', 'mcpServers', 'sse'],
    ['cursor', '/home/dev/.cursor/mcp.json', 'mcpServers', 'http'],
    ['antigravity', '/home/dev/.gemini/config/mcp_config.json', 'mcpServers', 'unknown'],
    ['claude-desktop', '/home/dev/.config/Claude/claude_desktop_config.json', 'mcpServers', 'unknown'],
    ['roo-code', '/work/app/.roo/mcp.json', 'mcpServers', 'unknown'],
    ['zed', '/home/dev/.config/zed/settings.json', 'context_servers', 'http'],
  ])('%s: a URL without a type', async (client, file, key, transport) => {
    const {entries} = await findIn({[file]: map(key, {url: 'https://x.test/mcp'})}, [client]);
    expect(entries).toMatchObject([{transport}]);
  });
  test('Roo Code refuses the whole file for one entry', async () => {
    const text = JSON.stringify({mcpServers: {good: NOTES, bad: {url: 'https://x.test'}}});
    const {entries} = await findIn({'/work/app/.roo/mcp.json': text}, ['roo-code']);
    expect(entries.map(({standing}) => standing.state)).toEqual(['unusable', 'unusable']);
  });
  test('a value that VS Code asks for is not missing; an unknown input is', async () => {
    const text =
      '{"inputs": [{"id": "key"}], "servers": {"a": {"command": "x", "env": {"A": "${input:key}", "B": "${input:no}", "C": "${env:NO}", "D": null}}}}';
    const found = await findIn({'/work/app/.vscode/mcp.json': text}, ['vscode']);
    const [entry] = found.entries;
    expect(entry?.launch).toMatchObject({env: {A: '${input:key}', C: ''}});
    expect(entry === undefined ? [] : found.evidenceOf(entry).variables.map(({isSet}) => isSet)).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('a project file shared by several clients counts only for those in use', async () => {
    const files = {'/work/app/.mcp.json': map('mcpServers')};
    expect((await findIn(files)).entries.map(({client}) => client)).toEqual(['claude-code']);
    const both = await findIn({...files, '/home/dev/.copilot/config.json': '{}'});
    expect(both.entries.map(({client}) => client)).toEqual(['claude-code', 'copilot-cli']);
  });
  test('the kill switch of an entry', async () => {
    const {entries} = await findIn(
      {'/home/dev/.kiro/settings/mcp.json': map('mcpServers', {...NOTES, disabled: true})},
      ['kiro'],
    );
    expect(entries).toMatchObject([
      {standing: {state: 'disabled', decidedBy: {path: ['mcpServers', 'notes', 'disabled'], line: 8}}},
    ]);
  });
});

describe('version control', () => {
  test('git\u2019s own index says what is tracked', async () => {
    const {dir, home, write} = tempHome();
    write('project/.mcp.json', {mcpServers: {notes: NOTES}});
    write('project/.cursor/mcp.json', {mcpServers: {notes: NOTES}});
    write('project/.git/index', indexOf(['.mcp.json', 'src/a.ts']));
    const found = await findServers(hostOf('linux', {}, home), {projectDir: path.join(dir, 'project')});
    expect(found.entries.map((entry) => [entry.client, found.evidenceOf(entry).isTracked])).toEqual([
      ['claude-code', true],
      ['cursor', false],
    ]);
  });
});

/** A version 2 index with nothing but paths. */
const indexOf = (names: readonly string[]): Buffer => {
  const head = Buffer.alloc(12);
  head.write('DIRC');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(names.length, 8);
  const entries = names.map((name) => {
    const entry = Buffer.alloc((Math.floor((62 + name.length) / 8) + 1) * 8);
    entry.writeUInt16BE(name.length, 60);
    entry.write(name, 62);
    return entry;
  });
  return Buffer.concat([head, ...entries, Buffer.alloc(20)]);
};

describe('the digest of an approval', () => {
  const setUp = () => {
    const made = tempHome();
    made.write('project/tools/notes.mjs', 'one');
    made.write('project/.mcp.json', {
      mcpServers: {notes: {command: 'node', args: ['tools/notes.mjs'], env: {A: '1', B: '${X}'}}},
    });
    return made;
  };
  const digest = async (
    {dir, home}: {readonly dir: string; readonly home: string},
    env: Readonly<Record<string, string>> = {},
  ) => {
    const host = hostOf('linux', {PATH: path.dirname(process.execPath), ...env}, home);
    const found = await findServers(host, {projectDir: path.join(dir, 'project'), clients: ['claude-code']});
    const [entry] = found.entries;
    if (entry === undefined) throw new Error('no entry');
    return digestOf(entry, host);
  };
  test('is the same for the same set-up', async () => {
    const made = setUp();
    expect(await digest(made)).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest(made)).toBe(await digest(made));
  });
  test.each<[string, (made: ReturnType<typeof setUp>) => void]>([
    ['a byte of the script', (made) => void made.write('project/tools/notes.mjs', 'onf')],
    [
      'an argument',
      (made) =>
        void made.write('project/.mcp.json', {
          mcpServers: {notes: {command: 'node', args: ['tools/notes.mjs', ''], env: {A: '1', B: '${X}'}}},
        }),
    ],
    [
      'a value',
      (made) =>
        void made.write('project/.mcp.json', {
          mcpServers: {notes: {command: 'node', args: ['tools/notes.mjs'], env: {A: '2', B: '${X}'}}},
        }),
    ],
    [
      'the name',
      (made) =>
        void made.write('project/.mcp.json', {
          mcpServers: {other: {command: 'node', args: ['tools/notes.mjs'], env: {A: '1', B: '${X}'}}},
        }),
    ],
  ])('changes with %s', async (_name, change) => {
    const made = setUp();
    const before = await digest(made);
    change(made);
    expect(await digest(made)).not.toBe(before);
  });
  test('changes with a byte of a program of the project, and of a helper that makes headers', async () => {
    for (const entry of [{command: './run.sh'}, {type: 'http', url: 'https://x.test', headersHelper: 'sh ./run.sh'}]) {
      const made = setUp();
      made.write('project/.mcp.json', {mcpServers: {notes: entry}});
      made.write('project/run.sh', 'one', 0o755);
      const before = await digest(made);
      made.write('project/run.sh', 'two', 0o755);
      expect(await digest(made)).not.toBe(before);
    }
  });
  test('changes with what a variable expands to and with the program that is found', async () => {
    const made = setUp();
    const before = await digest(made);
    expect(await digest(made, {X: 'y'})).not.toBe(before);
    made.write('bin/node', '#!/bin/sh\n', 0o755);
    expect(await digest(made, {PATH: path.join(made.dir, 'bin')})).not.toBe(before);
  });
});

test('a thousand servers in each of many clients are found in well under a second', async () => {
  const many = (key: string): string =>
    JSON.stringify({
      [key]: Object.fromEntries(
        Array.from({length: 1000}, (_, index) => [`server-${index}`, {...NOTES, env: {A: '${X}'}}]),
      ),
    });
  const files = Object.fromEntries(
    CLIENTS.flatMap((client): readonly [string, string][] => {
      const file = client
        .files(placesOf(hostOf('linux'), [PROJECTS.linux]))
        .find((one) => one.format.startsWith('json') && !one.path.includes('*') && one.onlyWith === null);
      return file === undefined ? [] : [[file.path, many(String(file.tables[0]?.[0] ?? 'mcpServers'))]];
    }),
  );
  await findIn(files);
  // Time of our own: other programs on the machine do not count.
  const start = process.cpuUsage();
  const {entries} = await findIn(files);
  const {user, system} = process.cpuUsage(start);
  const took = (user + system) / 1000;
  expect(entries.length).toBeGreaterThan(15_000);
  // 200 ms on an idle machine; the limit here only catches what grows with the square.
  expect(took).toBeLessThan(4000);
  console.info(`found ${entries.length} servers in ${Math.round(took)} ms`);
});
