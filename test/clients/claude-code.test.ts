import {describe, expect, test} from 'vitest';
import {type Found, findServers} from '../../src/clients/index.ts';
import type {Json} from '../../src/model/json.ts';
import {diskOf, hostOf} from './hosts.ts';

const STATE = '/home/dev/.claude.json';
const PROJECT = '/work/app/.mcp.json';
const LOCAL = '/work/app/.claude/settings.local.json';
const SHARED = '/work/app/.claude/settings.json';
const NOTES = {command: 'node', args: ['notes.js']};
const servers = (entry: Json = NOTES): Json => ({mcpServers: {notes: entry}});

const find = (files: Readonly<Record<string, Json>>, env: Readonly<Record<string, string>> = {}): Promise<Found> =>
  findServers(hostOf('linux', env), {
    projectDir: '/work/app',
    clients: ['claude-code'],
    disk: diskOf(
      'linux',
      Object.fromEntries(
        Object.entries(files).map(([path, value]) => [
          path,
          typeof value === 'string' ? value : JSON.stringify(value, null, 2),
        ]),
      ),
    ),
  });

const only = (found: Found, scope = 'project') => {
  const entry = found.entries.find((one) => one.scope === scope);
  if (entry === undefined) throw new Error(`no entry in ${scope}`);
  return entry;
};

describe('approval of project servers', () => {
  test('without a word they wait, and the place of the approval is told', async () => {
    const {standing} = only(await find({[PROJECT]: servers()}));
    expect(standing).toMatchObject({
      state: 'not-approved',
      decidedBy: {file: LOCAL, path: ['enabledMcpjsonServers'], line: null},
    });
  });
  test.each([LOCAL, SHARED, '/home/dev/.claude/settings.json'])('%s may approve one by name', async (file) => {
    const found = await find({[PROJECT]: servers(), [file]: {enabledMcpjsonServers: ['notes']}});
    expect(only(found).standing.state).toBe('active');
  });
  test('or all of them', async () => {
    const found = await find({[PROJECT]: servers(), [LOCAL]: {enableAllProjectMcpServers: true}});
    expect(only(found).standing.state).toBe('active');
  });
  test('another name approves nothing, and the list is shown', async () => {
    const found = await find({[PROJECT]: servers(), [LOCAL]: {enabledMcpjsonServers: ['other']}});
    expect(only(found).standing).toMatchObject({state: 'not-approved', decidedBy: {line: 2}});
  });
  test('a rejection anywhere wins', async () => {
    const found = await find({
      [PROJECT]: servers(),
      [LOCAL]: {enableAllProjectMcpServers: true},
      [SHARED]: {disabledMcpjsonServers: ['x', 'notes']},
    });
    expect(only(found).standing).toMatchObject({
      state: 'rejected',
      decidedBy: {file: SHARED, path: ['disabledMcpjsonServers', 1], line: 4},
    });
  });
  test('in a folder that is noted as not trusted the shared file approves nothing', async () => {
    const state = {projects: {'/work/app': {hasTrustDialogAccepted: false}}};
    const approving = {[PROJECT]: servers(), [SHARED]: {enabledMcpjsonServers: ['notes']}};
    expect(only(await find({...approving, [STATE]: state})).standing).toMatchObject({
      state: 'not-approved',
      decidedBy: {file: SHARED, path: ['enabledMcpjsonServers']},
    });
    const trusted = {projects: {'/work/app': {hasTrustDialogAccepted: true}}};
    expect(only(await find({...approving, [STATE]: trusted})).standing.state).toBe('active');
  });
  test('settings that do not parse approve nothing, and are shown', async () => {
    const found = await find({[PROJECT]: servers(), [LOCAL]: '{"enableAllProjectMcpServers": true,}'});
    expect(only(found).standing.state).toBe('not-approved');
    expect(found.files.find(({path}) => path === LOCAL)).toMatchObject({
      syntax: {kind: 'trailing-comma'},
      scope: 'settings',
    });
  });
});

describe('scopes', () => {
  const all = {
    [PROJECT]: servers(),
    [LOCAL]: {enableAllProjectMcpServers: true},
    [STATE]: {mcpServers: {notes: {command: 'old'}}, projects: {'/work/app': {mcpServers: {notes: {command: 'own'}}}}},
  };
  test('local before project before user; the others are shadowed, and which wins is told', async () => {
    const found = await find(all);
    expect(found.entries.map(({scope, standing}) => [scope, standing.state])).toEqual([
      ['project', 'shadowed'],
      ['user', 'shadowed'],
      ['local', 'active'],
    ]);
    expect(only(found).standing.wins).toBe(`the local scope in ${STATE}`);
    const evidence = found.evidenceOf(only(found, 'user'));
    expect(evidence.siblings).toMatchObject([
      {scope: 'project', differs: ['command', 'args'], wins: false},
      {scope: 'local', differs: ['command'], wins: true},
    ]);
  });
  test('an entry that is not used shadows nothing', async () => {
    const found = await find({...all, [LOCAL]: {disabledMcpjsonServers: ['notes']}, [STATE]: servers()});
    expect(only(found, 'user').standing.state).toBe('active');
  });
  test('the file of the folder above, up to the repository, is read too', async () => {
    const files = {'/work/.git/HEAD': 'ref', '/work/.mcp.json': servers(), [PROJECT]: {mcpServers: {near: NOTES}}};
    expect((await find(files)).entries.map(({name, file}) => [name, file])).toEqual([
      ['near', PROJECT],
      ['notes', '/work/.mcp.json'],
    ]);
    const {['/work/.git/HEAD']: _git, ...alone} = files;
    expect((await find(alone)).entries).toHaveLength(1);
  });
  test('a managed file blocks all others', async () => {
    const found = await find({...all, '/etc/claude-code/managed-mcp.json': {mcpServers: {corp: NOTES}}});
    expect(found.entries.map(({scope, standing}) => [scope, standing.state])).toEqual([
      ['managed', 'active'],
      ['project', 'blocked'],
      ['user', 'blocked'],
      ['local', 'blocked'],
    ]);
  });
  test('the switch of /mcp', async () => {
    const state = {mcpServers: {notes: NOTES}, projects: {'/work/app': {disabledMcpServers: ['notes']}}};
    expect(only(await find({[STATE]: state}), 'user').standing).toMatchObject({
      state: 'disabled',
      decidedBy: {file: STATE, path: ['projects', '/work/app', 'disabledMcpServers', 0]},
    });
  });
  test.each([
    [{deniedMcpServers: [{serverName: 'notes'}]}, 'blocked'],
    [{deniedMcpServers: [{serverName: 'other'}]}, 'active'],
    [{allowedMcpServers: [{serverCommand: ['node', 'notes.js']}]}, 'active'],
    [{allowedMcpServers: [{serverCommand: ['node']}, {serverName: 'notes'}]}, 'blocked'],
    [{allowedMcpServers: []}, 'blocked'],
    [{deniedMcpServers: [{serverUrl: 'https://*.example/*'}]}, 'active'],
  ])('policy %j', async (policy, state) => {
    const found = await find({[STATE]: servers(), '/etc/claude-code/managed-settings.json': policy});
    expect(only(found, 'user').standing.state).toBe(state);
  });
  test('CLAUDE_CONFIG_DIR moves the state file', async () => {
    const found = await find({'/conf/.claude.json': servers(), [STATE]: servers()}, {CLAUDE_CONFIG_DIR: '/conf'});
    expect(found.entries.map(({file}) => file)).toEqual(['/conf/.claude.json']);
  });
});

describe('entries', () => {
  const state = async (entry: Json) => only(await find({[STATE]: servers(entry)}), 'user');
  test.each<[string, Json, string | null]>([
    ['url without type', {url: 'https://x.test/mcp'}, 'type'],
    ['unknown type', {type: 'http-stream', url: 'https://x.test/mcp'}, 'type'],
    ['args as a text', {command: 'node', args: 'a.js'}, 'args'],
    ['headers as a text', {type: 'http', url: 'https://x.test', headers: 'A: b'}, 'headers'],
    ['a number in env', {command: 'node', env: {PORT: 3000}}, 'env'],
    ['nothing to start', {}, 'command'],
    ['no object', 'node a.js', null],
  ])('%s is refused', async (_name, entry, key) => {
    const {standing, launch} = await state(entry);
    expect(launch).toBeNull();
    expect(standing).toMatchObject({
      state: 'unusable',
      decidedBy: {path: key === null ? ['mcpServers', 'notes'] : ['mcpServers', 'notes', key]},
    });
  });
  test('a web socket is a transport of its own and no mistake', async () => {
    expect(await state({type: 'ws', url: 'wss://x.test'})).toMatchObject({
      launch: null,
      transport: 'unknown',
      standing: {state: 'active'},
    });
  });
  test('streamable-http is another word for http', async () => {
    expect(await state({type: 'streamable-http', url: 'https://x.test'})).toMatchObject({transport: 'http'});
  });
  test('variables expand as Claude Code does it', async () => {
    const found = await find(
      {
        [STATE]: servers({
          command: '${RUN}',
          args: ['$RUN', '${NO:-d}', '${NO}', '${env:RUN}'],
          env: {T: 'a${API_TOKEN}b'},
        }),
      },
      {RUN: 'node', API_TOKEN: 'tok-1234567890', NOO: ''},
    );
    const entry = only(found, 'user');
    expect(entry.launch).toMatchObject({
      command: 'node',
      args: ['$RUN', 'd', '${NO}', '${env:RUN}'],
      env: {T: 'atok-1234567890b'},
    });
    expect(entry.secrets).toContain('tok-1234567890');
    const {variables, values} = found.evidenceOf(entry);
    expect(
      variables.map(({written, isExpanded, isSet, hasDefault}) => [written, isExpanded, isSet, hasDefault]),
    ).toEqual([
      ['${RUN}', true, true, false],
      ['$RUN', false, true, false],
      ['${NO:-d}', true, false, true],
      ['${NO}', true, false, false],
      ['${env:RUN}', false, true, false],
      ['${API_TOKEN}', true, true, false],
    ]);
    expect(values.map(({literalReferences}) => literalReferences)).toEqual([[], ['RUN'], [], ['NO'], ['RUN'], []]);
    expect(JSON.stringify(found.evidenceOf(entry))).not.toContain('tok-1234567890');
  });
  test('a name that differs by a letter is offered', async () => {
    const found = await find(
      {[STATE]: servers({command: 'x', env: {A: '${NOTES_TOKN}'}})},
      {NOTES_TOKEN: 'x', OTHER: 'y'},
    );
    expect(found.evidenceOf(only(found, 'user')).variables[0]?.near).toEqual(['NOTES_TOKEN']);
  });
  test('a key that stands twice counts once, the last one', async () => {
    const text = '{"mcpServers": {\n"notes": {"command": "a"},\n"notes": {"command": "b"}}}';
    const found = await find({[STATE]: text});
    expect(found.entries.map(({launch, line}) => [launch?.kind === 'stdio' && launch.command, line])).toEqual([
      ['b', 3],
    ]);
    expect(found.evidenceOf(only(found, 'user')).duplicateKeys).toEqual([
      {path: ['mcpServers', 'notes'], lines: [2, 3]},
    ]);
    expect(found.files[0]?.duplicateKeys).toHaveLength(1);
  });
});
