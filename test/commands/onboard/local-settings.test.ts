import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {expect, test} from 'vitest';
import {findServers} from '../../../src/clients/index.ts';
import {parseArguments} from '../../../src/commands/arguments.ts';
import {gather} from '../../../src/commands/onboard/gather.ts';
import {readLocalSettings} from '../../../src/commands/onboard/local-settings.ts';
import {openSession} from '../../../src/commands/session.ts';
import type {Host} from '../../../src/model/host.ts';
import {type TempHome, tempHome} from '../../helpers/temp-home.ts';

const hostOf = (world: TempHome, env: Readonly<Record<string, string>> = {}): Host => ({
  platform: 'linux',
  arch: 'x64',
  osRelease: 'Linux',
  home: world.home,
  cwd: world.project,
  env: {...world.env, ...env},
  node: {path: process.execPath, version: process.versions.node},
  cores: 2,
  uid: 1000,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '0.0.0',
  now: Date.now,
});

const git = (world: TempHome, ...args: readonly string[]): void => {
  execFileSync('git', ['-C', world.project, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
    env: world.env,
  });
};

test("Claude Code's own settings are in the environment of its servers, the nearer over the farther", async () => {
  const world = tempHome();
  world.write('home/.claude.json', {mcpServers: {one: {command: 'node', args: ['$'.concat('{C}')], env: {A: 'own'}}}});
  world.write('home/.cursor/mcp.json', {mcpServers: {two: {command: 'node'}}});
  world.write('home/.claude/settings.json', {env: {A: 'user', B: 'user', C: 'user'}});
  world.write('project/.claude/settings.json', {env: {B: 'shared', C: 'shared', D: 4}});
  world.write('project/.claude/settings.local.json', {env: {C: `ghp_${'x'.repeat(36)}`}});
  const found = await findServers(hostOf(world), {projectDir: world.project});
  const {entries} = found;
  const [one, two] = ['one', 'two'].map((name) => entries.find((entry) => entry.name === name));
  expect(one?.launch).toMatchObject({
    args: [`ghp_${'x'.repeat(36)}`],
    env: {A: 'own', B: 'shared', C: `ghp_${'x'.repeat(36)}`},
  });
  expect(one?.secrets).toContain(`ghp_${'x'.repeat(36)}`);
  expect(two?.launch).toMatchObject({env: {}});
  const elsewhere = one === undefined ? null : found.asClient(one, 'cursor').entry.launch;
  expect(JSON.stringify(elsewhere)).not.toMatch(/shared|ghp_/);
});

test('a file under version control is never written to; one that git does not ignore is told', async () => {
  const world = tempHome();
  git(world, 'init', '-q');
  const exposed = await readLocalSettings(hostOf(world), world.project);
  expect([exposed.isTracked, exposed.isExposed]).toEqual([false, true]);
  world.write('project/.gitignore', 'node_modules\n.claude/settings.local.json\n');
  expect((await readLocalSettings(hostOf(world), world.project)).isExposed).toBe(false);
  world.write('project/.claude/settings.local.json', {});
  git(world, 'add', '-f', '.claude/settings.local.json');
  expect((await readLocalSettings(hostOf(world), world.project)).isTracked).toBe(true);
});

test('each client is asked with its own environment, and its own way to set a variable', async () => {
  const world = tempHome();
  const entry = {command: process.execPath, args: ['server.mjs'], env: {KEY: `\${${'KEY'}}`}};
  world.write('home/.claude.json', {});
  world.write('project/server.mjs', '');
  world.write('project/.mcp.json', {mcpServers: {one: entry}});
  world.write('project/.cursor/mcp.json', {mcpServers: {two: {...entry, env: {KEY: `\${env:${'KEY'}}`}}}});
  world.write('home/.cursor/mcp.json', {mcpServers: {mine: entry}});
  const needs = async (): Promise<ReadonlyMap<string, readonly (string | null)[]>> => {
    const session = await openSession(parseArguments(['onboard']), hostOf(world));
    const {servers} = await gather(session, world.project);
    return new Map(
      servers.map((server) => {
        const need = server.needs.find((one) => one.id === 'variable:KEY');
        return [server.name, [need?.state ?? null, need?.change?.file ?? null]] as const;
      }),
    );
  };
  const local = path.join(world.project, '.claude/settings.local.json');
  // What the person has for all projects is not the project's.
  expect(await needs()).toEqual(
    new Map([
      ['one', ['missing', local]],
      ['two', ['missing', null]],
    ]),
  );
  world.write('project/.claude/settings.local.json', {env: {KEY: 'sunny-7'}});
  expect(await needs()).toEqual(
    new Map([
      ['one', ['met', null]],
      ['two', ['missing', null]],
    ]),
  );
});

test('what the client itself asks for is told with the words of the configuration', async () => {
  const world = tempHome();
  world.write(
    'project/.vscode/mcp.json',
    [
      '{',
      '  // The team',
      '  "inputs": [{"type": "promptString", "id": "key", "description": "Your key, from https://notes.example/keys", "password": true},],',
      `  "servers": {"notes": {"command": "${process.execPath}", "args": ["server.mjs"], "env": {"KEY": "$\{input:key}"}}}`,
      '}',
    ]
      .join('\n')
      .replace('$\\{', '$'.concat('{')),
  );
  const session = await openSession(parseArguments(['onboard']), hostOf(world));
  const {servers} = await gather(session, world.project);
  const need = servers[0]?.needs.find((one) => one.kind === 'variable');
  expect(need).toMatchObject({state: 'later', hints: ['mcp.json: Your key, from https://notes.example/keys']});
});

test('a server that the person declined is not asked about again', async () => {
  const world = tempHome();
  const server = {command: process.execPath, args: ['server.mjs']};
  world.write('home/.claude.json', {});
  world.write('project/.mcp.json', {mcpServers: {wanted: server, declined: server}});
  world.write('project/.claude/settings.local.json', {disabledMcpjsonServers: ['declined']});
  const session = await openSession(parseArguments(['onboard']), hostOf(world));
  const {servers} = await gather(session, world.project);
  expect(servers.map(({name}) => name)).toEqual(['wanted']);
});
