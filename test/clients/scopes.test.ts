import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Json} from '../../src/model/json.ts';
import {PROJECTS} from './hosts.ts';
import {look} from './look.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;
const CODEX = `${HOME}/.codex/config.toml`;
const GEMINI = `${HOME}/.gemini/settings.json`;
const OPENCODE = `${HOME}/.config/opencode/opencode.json`;
const FAR = {url: 'https://notes.example/mcp'};
const NEAR = {command: 'node'};
const one = (entry: Json): Json => ({mcpServers: {notes: entry}});

describe('settings of several scopes', () => {
  const trusted = `[projects."${PROJECT}"]\ntrust_level = "trusted"\n`;
  const codex = (text: string, project: string) =>
    look('codex', {[CODEX]: text, [`${PROJECT}/.codex/config.toml`]: project});
  const full = '[mcp_servers.notes]\ncommand = "node"\nargs = ["a.js"]\n';
  test('Codex merges key by key: a part of an entry changes the full one of a weaker scope', async () => {
    const off = await codex(`${trusted}${full}`, '[mcp_servers.notes]\nenabled = false\n');
    expect(off.servers).toMatchObject([{scope: 'user', state: 'disabled', ids: ['server-disabled']}]);
    expect(off.found.entries[0]?.standing.decidedBy).toMatchObject({file: `${PROJECT}/.codex/config.toml`, line: 2});
    const args = await codex(`${trusted}${full}env = {A = "1"}\n`, '[mcp_servers.notes.env]\nB = "2"\n');
    expect(args.found.entries.map(({launch}) => launch)).toMatchObject([{args: ['a.js'], env: {A: '1', B: '2'}}]);
  });
  test('but not in a folder without trust', async () => {
    const {servers} = await codex(full, '[mcp_servers.notes]\nenabled = false\n');
    expect(servers.map(({scope, state}) => [scope, state])).toEqual([
      ['project', 'not-approved'],
      ['user', 'active'],
    ]);
  });
  test('a part without a full one is a broken entry', async () => {
    const {servers} = await codex(trusted, '[mcp_servers.notes]\nargs = ["a.js"]\n');
    expect(servers).toMatchObject([{state: 'unusable', ids: ['missing-command-and-url']}]);
  });
  test('opencode: a project switches on what the person has switched off, and one that comes from elsewhere is none', async () => {
    const own = {mcp: {notes: {type: 'local', command: ['node'], enabled: false}}};
    const project = {mcp: {notes: {enabled: true}, remote: {enabled: false}}};
    const {servers} = await look('opencode', {[OPENCODE]: own, [`${PROJECT}/opencode.json`]: project});
    expect(servers).toMatchObject([{name: 'notes', scope: 'user', state: 'active', ids: []}]);
  });
  test('elsewhere the whole entry wins', async () => {
    const {servers} = await look('cursor', {
      [`${HOME}/.cursor/mcp.json`]: one(NEAR),
      [`${PROJECT}/.cursor/mcp.json`]: one({env: {A: 'b'}}),
    });
    expect(servers.map(({scope, state}) => [scope, state])).toEqual([
      ['project', 'unusable'],
      ['user', 'active'],
    ]);
  });
});

describe('a folder that the person refused to trust in Gemini CLI', () => {
  const TRUST = `${HOME}/.gemini/trustedFolders.json`;
  const files = {
    [`${PROJECT}/.gemini/settings.json`]: one(NEAR),
    [GEMINI]: {mcpServers: {own: NEAR, far: {httpUrl: FAR.url}}},
  };
  const states = async (trust: Json, env: Readonly<Record<string, string>> = {}) =>
    (await look('gemini-cli', {...files, [TRUST]: trust}, {env})).servers.map(({name, state}) => `${name} ${state}`);
  const ALL = ['notes active', 'own active', 'far active'];
  const HELD_BACK = ['notes not-approved', 'own not-approved', 'far not-approved'];
  test('holds back its servers and the person’s own ones', async () => {
    expect(await states({[PROJECT]: 'DO_NOT_TRUST'})).toEqual(HELD_BACK);
    const {servers} = await look('gemini-cli', {...files, [TRUST]: {[PROJECT]: 'DO_NOT_TRUST'}});
    expect(servers.map(({ids}) => ids)).toEqual([
      ['folder-not-trusted'],
      ['folder-not-trusted'],
      ['folder-not-trusted'],
    ]);
  });
  test('the nearest folder with a word decides', async () => {
    const above = path.posix.dirname(PROJECT);
    expect(await states({[above]: 'DO_NOT_TRUST'})).toEqual(HELD_BACK);
    expect(await states({[above]: 'DO_NOT_TRUST', [PROJECT]: 'TRUST_FOLDER'})).toEqual(ALL);
    expect(await states({[above]: 'TRUST_FOLDER', [PROJECT]: 'DO_NOT_TRUST'})).toEqual(HELD_BACK);
    expect(await states({'/': 'DO_NOT_TRUST', [`${above}/other`]: 'TRUST_PARENT'})).toEqual(ALL);
  });
  test('not where the trust in folders is switched off', async () => {
    const off = {mcpServers: {own: NEAR}, security: {folderTrust: {enabled: false}}};
    const found = await look('gemini-cli', {[GEMINI]: off, [TRUST]: {[PROJECT]: 'DO_NOT_TRUST'}});
    expect(found.servers.map(({state}) => state)).toEqual(['active']);
  });
  test('trust, no word, another folder and the variable of a CI job do not', async () => {
    for (const trust of [{[PROJECT]: 'TRUST_FOLDER'}, {}, {'/work/other': 'DO_NOT_TRUST'}])
      expect(await states(trust)).toEqual(ALL);
    expect(await states({[PROJECT]: 'DO_NOT_TRUST'}, {GEMINI_CLI_TRUST_WORKSPACE: 'true'})).toEqual(ALL);
  });
});
