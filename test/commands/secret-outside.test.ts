import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import {expect, test} from 'vitest';
import {planChange} from '../../src/clients/edit/index.ts';
import {fix} from '../../src/commands/fix.ts';
import {whyNotShared} from '../../src/commands/shared-file.ts';
import type {Change} from '../../src/model/change.ts';
import {hostOf} from '../clients/hosts.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const SERVER = `if (!process.env.NOTES_TOKEN) { console.error('Error: NOTES_TOKEN environment variable is required'); process.exit(1); }\n`;

const ask = (file: string, keys: readonly string[]): Change => ({
  file,
  path: keys,
  edit: {kind: 'ask', label: 'NOTES_TOKEN', isSecret: true, shape: 'token'},
  why: 'x',
});

const git = (world: TempHome, ...args: readonly string[]): void => {
  execFileSync('git', ['-C', world.project, ...args], {stdio: 'ignore', env: {...process.env, HOME: world.home}});
};

test('no secret goes into a file that git tracks, by the wizard or by fix; a reference may', async () => {
  const world = tempHome();
  const server = world.write('project/server.mjs', SERVER);
  const file = world.write('project/.mcp.json', {mcpServers: {notes: {command: process.execPath, args: [server]}}});
  world.write('project/.claude/settings.local.json', {enabledMcpjsonServers: ['notes']});
  world.write('home/.claude.json', {projects: {[world.project]: {hasTrustDialogAccepted: true}}});
  const host = hostOf('linux', {}, world.home);
  const change = ask(file, ['mcpServers', 'notes', 'env', 'NOTES_TOKEN']);
  git(world, 'init', '-q');
  expect(await whyNotShared(host, change, 'sesame-open')).toBeNull();
  git(world, 'add', '.mcp.json');
  expect(await whyNotShared(host, change, 'sesame-open')).toContain('Git tracks');
  expect(await whyNotShared(host, change, '${NOTES_TOKEN}')).toBeNull();
  const {kind, label, shape} = {kind: 'ask', label: 'A path', shape: 'path'} as const;
  expect(await whyNotShared(host, {...change, edit: {kind, label, shape, isSecret: false}}, '/x')).toBeNull();
  // A place that asks for no secret, and a value that holds one.
  const text = {...change, edit: {kind, label, shape: 'text', isSecret: false}} as const;
  expect(await whyNotShared(host, text, 'postgres://ann:pw-4711-abc@db.example/x')).toContain('Git tracks');
  expect(await whyNotShared(host, text, 'postgres://db.example/x')).toBeNull();

  const before = fs.readFileSync(file);
  const ran = await runCommand(fix, world, ['fix', 'notes', '--trust', 'all', '--value', 'sesame-open']);
  expect(ran.code).toBe(3);
  expect(ran.out).toContain('Git tracks');
  expect(fs.readFileSync(file)).toEqual(before);
});

const OLD = '{\n  // ours\n  "servers": {\n    "notes": {"type": "http", "url": "https://x.example/mcp"}\n  }\n}\n';

test('a reference to a question of the client brings the question along, once', async () => {
  const world = tempHome();
  const file = world.write('project/.vscode/mcp.json', OLD);
  const host = hostOf('linux', {}, world.home);
  const change = ask(file, ['servers', 'notes', 'headers', 'Authorization']);
  const bearer: Change = {
    ...change,
    edit: {kind: 'ask', label: 'x', isSecret: true, shape: 'token', template: 'Bearer {value}'},
  };
  const plan = await planChange(bearer, {host, value: '${input:notes-token}', format: 'jsonc'});
  if ('refused' in plan) throw new Error(plan.refused);
  const text = plan.bytesAfter.toString();
  expect(text).toContain('// ours');
  expect(text).toContain('Bearer ${input:notes-token}');
  expect(text.match(/"promptString"/g)).toHaveLength(1);
  expect(plan.preview.diff.join('\n')).toContain('${input:notes-token}');
  fs.writeFileSync(file, text);
  const again = await planChange(
    {...change, path: ['servers', 'notes', 'env', 'A']},
    {host, value: '${input:notes-token}', format: 'jsonc'},
  );
  if ('refused' in again) throw new Error(again.refused);
  expect(again.bytesAfter.toString().match(/"promptString"/g)).toHaveLength(1);
  const second = await planChange(
    {...change, path: ['servers', 'notes', 'env', 'B']},
    {host, value: '${input:other}', format: 'jsonc'},
  );
  if ('refused' in second) throw new Error(second.refused);
  expect(second.bytesAfter.toString().match(/"promptString"/g)).toHaveLength(2);
});

test('any other value brings nothing along, and a secret is not in the preview', async () => {
  const world = tempHome();
  const file = world.write('project/.vscode/mcp.json', OLD);
  const host = hostOf('linux', {}, world.home);
  for (const value of ['${env:NOTES_TOKEN}', 'sesame-open-9']) {
    const plan = await planChange(ask(file, ['servers', 'notes', 'env', 'A']), {host, value, format: 'jsonc'});
    if ('refused' in plan) throw new Error(plan.refused);
    expect(plan.bytesAfter.toString()).not.toContain('inputs');
    expect(plan.preview.diff.join('\n').includes(value)).toBe(value.startsWith('$'));
  }
});
