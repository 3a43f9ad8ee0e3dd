import {expect, test} from 'vitest';
import {CLIENTS} from '../../src/clients/index.ts';
import type {Json} from '../../src/model/json.ts';
import {PROJECTS} from './hosts.ts';
import {look} from './look.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;
const CC = `${HOME}/.claude.json`;
const CODEX = `${HOME}/.codex/config.toml`;
const CLINE = `${HOME}/.cline/data/settings/cline_mcp_settings.json`;
const GEMINI = `${HOME}/.gemini/settings.json`;
const OPENCODE = `${HOME}/.config/opencode/opencode.json`;
const FAR = {url: 'https://notes.example/mcp'};
const NEAR = {command: 'node'};
const one = (entry: Json): Json => ({mcpServers: {notes: entry}});

/** What a client says of the one entry, or of the one file, that is wrong for it. */
const TRAPS: readonly (readonly [trap: string, client: string, file: string, content: Json, id: string | null])[] = [
  ['a URL without a type is skipped', 'claude-code', CC, one(FAR), 'url-without-type'],
  ['Cline’s shape with a nested transport', 'claude-code', CC, one({transport: NEAR}), 'wrong-field-name'],
  ['a reserved name', 'claude-code', CC, {mcpServers: {workspace: NEAR}}, 'server-name-reserved'],
  ['a switch that the client does not have', 'claude-code', CC, one({...NEAR, disabled: true}), 'field-ignored'],
  ['seconds where milliseconds are meant', 'claude-code', CC, one({...NEAR, timeout: 30}), 'timeout-unit'],
  ['milliseconds where seconds are meant', 'cline', CLINE, one({...NEAR, timeout: 30_000}), 'timeout-unit'],
  ['a word of another client', 'cline', CLINE, one({...FAR, type: 'http'}), 'type-unknown'],
  [
    'the same, the other way round',
    'roo-code',
    `${PROJECT}/.roo/mcp.json`,
    one({...FAR, type: 'streamableHttp'}),
    'type-unknown',
  ],
  ['a table of another client', 'vscode', `${PROJECT}/.vscode/mcp.json`, one(NEAR), 'wrong-root-key'],
  [
    'Visual Studio’s table in .mcp.json',
    'claude-code',
    `${PROJECT}/.mcp.json`,
    {servers: {notes: NEAR}},
    'wrong-root-key',
  ],
  ['a table in camel case', 'codex', CODEX, '[mcpServers.notes]\ncommand = "x"\n', 'wrong-root-key'],
  ['a table with a hyphen', 'codex', CODEX, '[mcp-servers.notes]\ncommand = "x"\n', 'wrong-root-key'],
  [
    'headers under their usual name',
    'codex',
    CODEX,
    '[mcp_servers.notes]\nurl = "https://x.example"\nheaders = {A = "b"}\n',
    'wrong-field-name',
  ],
  [
    'a token in the file',
    'codex',
    CODEX,
    '[mcp_servers.notes]\nurl = "https://x.example"\nbearer_token = "abc"\n',
    'token-in-place-of-name',
  ],
  [
    'a command and a URL',
    'codex',
    CODEX,
    '[mcp_servers.notes]\ncommand = "x"\nurl = "https://x.example"\n',
    'both-command-and-url',
  ],
  [
    'a dotted key that was nested',
    'amp',
    `${HOME}/.config/amp/settings.json`,
    {amp: {mcpServers: {notes: NEAR}}},
    'wrong-root-key',
  ],
  [
    'a map where a list belongs',
    'continue',
    `${HOME}/.continue/config.yaml`,
    'mcpServers:\n  notes:\n    command: x\n',
    'server-table-wrong-type',
  ],
  [
    'keys of its own',
    'goose',
    `${HOME}/.config/goose/config.yaml`,
    'extensions:\n  notes:\n    type: stdio\n    command: x\n',
    'wrong-field-name',
  ],
  ['a URL under another key', 'antigravity', `${HOME}/.gemini/config/mcp_config.json`, one(FAR), 'wrong-field-name'],
  [
    'a command that is no list',
    'opencode',
    OPENCODE,
    {mcp: {notes: {type: 'local', command: 'npx x'}}},
    'args-not-list',
  ],
  [
    'a switch that stands the other way round',
    'kilo-code',
    `${HOME}/.config/kilo/kilo.json`,
    {mcp: {notes: {type: 'local', command: ['x'], disabled: true}}},
    'field-ignored',
  ],
  [
    'a remote server in a file for local ones',
    'claude-desktop',
    `${HOME}/.config/Claude/claude_desktop_config.json`,
    one(FAR),
    'remote-unsupported',
  ],
  [
    'a comment in strict JSON',
    'claude-desktop',
    `${HOME}/.config/Claude/claude_desktop_config.json`,
    '{// x\n"mcpServers": {}}',
    'json-comment',
  ],
  [
    'a trailing comma where only comments may be',
    'gemini-cli',
    GEMINI,
    '{// x\n"mcpServers": {"notes": {"command": "x"},}}',
    'json-trailing-comma',
  ],
  [
    'a comment where it may be',
    'cursor',
    `${HOME}/.cursor/mcp.json`,
    '{// x\n"mcpServers": {"notes": {"command": "x"}}}',
    null,
  ],
  ['the shell’s variable', 'claude-code', CC, one({...NEAR, env: {A: '$TOKEN'}}), 'variable-wrong-syntax'],
  ['an editor’s variable', 'claude-code', CC, one({...NEAR, env: {A: `\${env:TOKEN}`}}), 'variable-wrong-syntax'],
  [
    'Claude Code’s variable',
    'cursor',
    `${HOME}/.cursor/mcp.json`,
    one({...NEAR, env: {A: `\${TOKEN}`}}),
    'variable-wrong-syntax',
  ],
  [
    'a question of VS Code',
    'cursor',
    `${HOME}/.cursor/mcp.json`,
    one({...NEAR, env: {A: `\${input:token}`}}),
    'variable-not-expanded',
  ],
  [
    'a variable where none expands',
    'copilot-cli',
    `${HOME}/.copilot/mcp-config.json`,
    one({type: 'local', ...NEAR, args: [`\${TOKEN}`], tools: ['*']}),
    'variable-not-expanded',
  ],
  ['a variable that is not set', 'claude-code', CC, one({...NEAR, env: {A: `\${MISSING}`}}), 'variable-not-set'],
];

test.each(TRAPS)('%s (%s)', async (_trap, client, file, content, id) => {
  const {files, servers} = await look(client, {[file]: content}, {env: {TOKEN: 'abc'}});
  const ids = [...files, ...servers.flatMap((server) => server.ids)];
  expect(ids).toEqual(id === null ? [] : [id]);
});

test('both root keys of one .mcp.json may stand there on purpose', async () => {
  const {files} = await look('claude-code', {
    [`${PROJECT}/.mcp.json`]: {servers: {notes: NEAR}, ...(one(NEAR) as object)},
  });
  expect(files).toEqual([]);
});

test('one bad entry takes all of Roo’s file along; elsewhere it is alone', async () => {
  const both = {mcpServers: {bad: FAR, good: NEAR}};
  const states = async (client: string, file: string) =>
    (await look(client, {[file]: both})).servers.map(({state}) => state);
  expect(await states('roo-code', `${PROJECT}/.roo/mcp.json`)).toEqual(['unusable', 'unusable']);
  expect(await states('claude-code', CC)).toEqual(['unusable', 'active']);
});

test.each([
  ['cline', CLINE, 'sse'],
  ['codex', CODEX, 'http'],
  ['kimi-code', `${HOME}/.kimi-code/mcp.json`, 'http'],
  ['qwen-code', `${HOME}/.qwen/settings.json`, 'sse'],
])('a URL without a type means to %s what its reference says', async (client, file, transport) => {
  const content = file.endsWith('.toml') ? `[mcp_servers.notes]\nurl = "${FAR.url}"\n` : one(FAR);
  expect((await look(client, {[file]: content})).servers[0]?.transport).toBe(transport);
});

test.each([
  ['copilot-cli', 'list', ['PATH'], []],
  ['gemini-cli', 'all', [], ['TOKEN', 'SECRET', 'PASSWORD', 'KEY', 'AUTH', 'CREDENTIAL', 'CERT']],
])('what a server of %s inherits', (id, kind, names, drops) => {
  expect(CLIENTS.find((client) => client.id === id)?.rules.environment).toMatchObject({kind, names, drops});
});

test('a command in brackets is never run, and told only where the client would run it', async () => {
  const header = {headers: {Authorization: 'Bearer $(cat token)'}};
  const crush = await look('crush', {
    [`${HOME}/.config/crush/crush.json`]: {mcp: {notes: {type: 'http', ...FAR, ...header}}},
  });
  expect(crush.servers).toMatchObject([{ids: ['value-kept-by-client']}]);
  expect(crush.found.entries[0]?.launch).toMatchObject(header);
  const shell = {command: 'sh', args: ['-c', 'exec node $(which server)']};
  expect((await look('claude-code', {[CC]: one(shell)})).servers).toMatchObject([{ids: []}]);
});
