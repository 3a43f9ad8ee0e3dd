import {describe, expect, test} from 'vitest';
import {digestOf, type Found, findServers} from '../../src/clients/index.ts';
import type {Json} from '../../src/model/json.ts';
import {diskOf, hostOf, PROJECTS} from './hosts.ts';

const PLUGINS = '/home/dev/.claude/plugins';
const FOLDER = `${PLUGINS}/cache/market/notes/1.2.0`;
const REGISTER = `${PLUGINS}/installed_plugins.json`;
const SETTINGS = '/home/dev/.claude/settings.json';
const PROJECT_SETTINGS = '/work/app/.claude/settings.json';
const OWN = {command: 'node', args: [`\${CLAUDE_PLUGIN_ROOT}/server.js`, `\${CLAUDE_PROJECT_DIR}/x`]};
const servers = (entry: Json = OWN): Json => ({mcpServers: {notes: entry}});
const registered = (copy: Json = {scope: 'user', installPath: FOLDER, version: '1.2.0'}): Json => ({
  version: 2,
  plugins: {'notes@market': [copy]},
});
const switched = (on: boolean): Json => ({enabledPlugins: {'notes@market': on}});

type Files = Readonly<Record<string, Json>>;
const textsOf = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([path, value]) => [
      path,
      typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    ]),
  );
const find = (files: Files, env: Readonly<Record<string, string>> = {}): Promise<Found> =>
  findServers(hostOf('linux', env), {
    projectDir: PROJECTS.linux,
    clients: ['claude-code'],
    disk: diskOf('linux', textsOf(files)),
  });
const INSTALLED = {[REGISTER]: registered(), [SETTINGS]: switched(true)};
const states = ({entries}: Found) => entries.map(({name, standing}) => [name, standing.state]);

describe('plugins of Claude Code', () => {
  test('a registered one that is switched on: name, tools, folder and environment are those of Claude Code', async () => {
    const found = await find({...INSTALLED, [`${FOLDER}/.mcp.json`]: servers()});
    const [entry] = found.entries;
    expect(entry).toMatchObject({
      name: 'plugin:notes:notes',
      scope: 'plugin',
      file: `${FOLDER}/.mcp.json`,
      at: ['mcpServers', 'notes'],
      standing: {state: 'active'},
      isProjectFile: false,
      rules: {toolPrefix: 'mcp__plugin_notes_notes__'},
      launch: {
        args: [`${FOLDER}/server.js`, '/work/app/x'],
        env: {CLAUDE_PLUGIN_ROOT: FOLDER, CLAUDE_PLUGIN_DATA: `${PLUGINS}/data/notes-market`},
      },
    });
    expect(found.files.find(({scope}) => scope === 'plugin')?.serverNames).toEqual(['plugin:notes:notes']);
    const evidence = entry === undefined ? null : found.evidenceOf(entry);
    expect(
      evidence?.variables.map(({name, isExpanded, isSet, isOfEnvironment}) => [
        name,
        isExpanded,
        isSet,
        isOfEnvironment,
      ]),
    ).toEqual([
      ['CLAUDE_PLUGIN_ROOT', true, true, false],
      ['CLAUDE_PROJECT_DIR', true, true, false],
    ]);
  });
  test('without a yes in the settings it is switched off, and the settings that decide are told', async () => {
    const files = {[REGISTER]: registered(), [`${FOLDER}/.mcp.json`]: servers()};
    expect((await find(files)).entries[0]?.standing).toEqual({
      state: 'disabled',
      decidedBy: {
        file: SETTINGS,
        path: ['enabledPlugins', 'notes@market'],
        line: null,
        owner: 'the plugin "notes@market"',
      },
      wins: null,
    });
    const both = {...files, [SETTINGS]: switched(true), [PROJECT_SETTINGS]: switched(false)};
    expect((await find(both)).entries[0]?.standing).toMatchObject({
      state: 'disabled',
      decidedBy: {file: PROJECT_SETTINGS, line: 3},
    });
    const reverse = {...files, [SETTINGS]: switched(false), [PROJECT_SETTINGS]: switched(true)};
    expect((await find(reverse)).entries[0]?.standing.state).toBe('active');
  });
  test('an old version that the register does not name is no server; without a register the cache counts', async () => {
    const old = `${PLUGINS}/cache/market/notes/1.0.0/.mcp.json`;
    const files = {[`${FOLDER}/.mcp.json`]: servers(), [old]: servers(), [SETTINGS]: switched(true)};
    expect((await find({...files, [REGISTER]: registered()})).entries.map(({file}) => file)).toEqual([
      `${FOLDER}/.mcp.json`,
    ]);
    const {entries} = await find(files);
    expect(entries.map(({file}) => file).sort()).toEqual([old, `${FOLDER}/.mcp.json`]);
    expect(entries.map(({standing}) => standing.state)).toEqual(['active', 'active']);
  });
  test('a copy for another project, or under half a path, is not this one’s', async () => {
    const elsewhere = {scope: 'project', projectPath: '/work/other', installPath: FOLDER};
    const here = {...elsewhere, projectPath: '/work/app'};
    const files = {[SETTINGS]: switched(true), [`${FOLDER}/.mcp.json`]: servers()};
    expect((await find({...files, [REGISTER]: registered(elsewhere)})).entries).toEqual([]);
    expect((await find({...files, [REGISTER]: registered(here)})).entries).toHaveLength(1);
    expect((await find({...files, [REGISTER]: registered({installPath: 'cache/market/notes'})})).files).toEqual([]);
  });
  test('a bare map, the manifest’s own servers, and files that the manifest names are read', async () => {
    const manifest = `${FOLDER}/.claude-plugin/plugin.json`;
    const bare = await find({...INSTALLED, [`${FOLDER}/.mcp.json`]: {notes: OWN}});
    expect(bare.entries[0]?.at).toEqual(['notes']);
    const inline = await find({...INSTALLED, [manifest]: {name: 'notes', ...(servers() as object)}});
    expect(inline.entries[0]).toMatchObject({
      scope: 'plugin-manifest',
      launch: {args: [`${FOLDER}/server.js`, '/work/app/x']},
    });
    const named = {...INSTALLED, [`${FOLDER}/config/mcp.json`]: servers()};
    for (const told of ['./config/mcp.json', ['config/mcp.json'], `\${CLAUDE_PLUGIN_ROOT}/config/mcp.json`])
      expect(states(await find({...named, [manifest]: {mcpServers: told}}))).toEqual([
        ['plugin:notes:notes', 'active'],
      ]);
    const outside = await find({
      ...named,
      '/home/dev/else.json': servers(),
      [manifest]: {mcpServers: '../../../../../../else.json'},
    });
    expect(outside.entries).toEqual([]);
    const missing = await find({...INSTALLED, [manifest]: {mcpServers: './gone.json'}});
    expect(missing.files.find(({path}) => path === `${FOLDER}/gone.json`)?.unreadable).toBe('ENOENT');
    const plain = await find({...INSTALLED, [manifest]: {name: 'notes'}});
    expect(plain.files.filter(({scope}) => scope.startsWith('plugin'))).toEqual([]);
  });
  test('one that is switched on and whose folder is gone is told; one that is switched off is not missed', async () => {
    const gone = await find(INSTALLED);
    expect(gone.files.find(({scope}) => scope === 'plugin')).toMatchObject({
      path: `${FOLDER}/.mcp.json`,
      unreadable: 'ENOENT',
    });
    expect((await find({[REGISTER]: registered()})).files).toEqual([]);
  });
  test('variables move the folder', async () => {
    const moved = '/opt/claude/plugins/cache/market/notes/1/.mcp.json';
    const inConfig = {[moved]: servers(), '/opt/claude/settings.json': switched(true)};
    expect(states(await find(inConfig, {CLAUDE_CONFIG_DIR: '/opt/claude'}))).toEqual([
      ['plugin:notes:notes', 'active'],
    ]);
    const inCache = {[moved]: servers(), [SETTINGS]: switched(true)};
    expect(states(await find(inCache, {CLAUDE_CODE_PLUGIN_CACHE_DIR: '/opt/claude/plugins'}))).toEqual([
      ['plugin:notes:notes', 'active'],
    ]);
  });
  test('a server of one’s own that leads to the same wins; the same name alone does not', async () => {
    const user = {mcpServers: {mine: {command: 'node', args: [`${FOLDER}/server.js`, '/work/app/x']}}};
    const files = {...INSTALLED, [`${FOLDER}/.mcp.json`]: servers()};
    const same = await find({...files, '/home/dev/.claude.json': user});
    expect(same.entries.find(({scope}) => scope === 'plugin')?.standing).toMatchObject({
      state: 'shadowed',
      wins: 'the user scope in /home/dev/.claude.json',
    });
    const named = await find({...files, '/home/dev/.claude.json': {mcpServers: {notes: {command: 'other'}}}});
    expect(states(named).map(([, state]) => state)).toEqual(['active', 'active']);
  });
  test('the switch of /mcp and the administrator’s file count for it too', async () => {
    const files = {...INSTALLED, [`${FOLDER}/.mcp.json`]: servers()};
    const off = {projects: {'/work/app': {disabledMcpServers: ['plugin:notes:notes']}}};
    expect(states(await find({...files, '/home/dev/.claude.json': off}))).toEqual([['plugin:notes:notes', 'disabled']]);
    const managed = {'/etc/claude-code/managed-mcp.json': {mcpServers: {only: {command: 'x'}}}};
    expect(states(await find({...files, ...managed}))).toContainEqual(['plugin:notes:notes', 'blocked']);
  });
  test('another client does not know the plugin’s folder', async () => {
    const found = await find({...INSTALLED, [`${FOLDER}/.mcp.json`]: servers()});
    const [entry] = found.entries;
    const acting = entry === undefined ? null : found.asClient(entry, 'copilot-cli').entry;
    expect(acting?.launch).toMatchObject({args: OWN.args});
  });
  test('an update is another launch: the approval is asked for again', async () => {
    const newer = `${PLUGINS}/cache/market/notes/1.3.0`;
    const one = await find({...INSTALLED, [`${FOLDER}/.mcp.json`]: servers()});
    const two = await find({
      [SETTINGS]: switched(true),
      [REGISTER]: registered({scope: 'user', installPath: newer}),
      [`${newer}/.mcp.json`]: servers(),
    });
    const digests = await Promise.all(
      [one, two].flatMap(({entries}) => entries.map((entry) => digestOf(entry, hostOf('linux'), diskOf('linux', {})))),
    );
    expect(new Set(digests).size).toBe(2);
  });
  test('paths of Windows', async () => {
    const folder = 'C:\\Users\\dev\\.claude\\plugins\\cache\\market\\notes\\1.0';
    const found = await findServers(hostOf('win32'), {
      projectDir: PROJECTS.win32,
      clients: ['claude-code'],
      disk: diskOf('win32', {
        [`${folder}\\.mcp.json`]: JSON.stringify(servers({command: `\${CLAUDE_PLUGIN_ROOT}\\run.exe`})),
        'C:\\Users\\dev\\.claude\\settings.json': JSON.stringify(switched(true)),
      }),
    });
    expect(found.entries[0]).toMatchObject({
      name: 'plugin:notes:notes',
      standing: {state: 'active'},
      launch: {command: `${folder}\\run.exe`},
    });
  });
});
