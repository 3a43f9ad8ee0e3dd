import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {check} from '../../src/commands/check.ts';
import {fix} from '../../src/commands/fix.ts';
import {undo} from '../../src/commands/undo.ts';
import {listRecords} from '../../src/records/index.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const SERVER = `import readline from 'node:readline';
if (!process.env.NOTES_LEVEL) { console.error('Error: NOTES_LEVEL environment variable is required'); process.exit(1); }
const out = (id, result) => process.stdout.write(JSON.stringify({jsonrpc: '2.0', id, result}) + '\\n');
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (method === 'initialize') out(id, {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'notes', version: '1'}});
  if (method === 'tools/list') out(id, {tools: [{name: 'note', inputSchema: {type: 'object'}}]});
});
`;

/** Two faults, one behind the other: the command is misspelt, and then a variable is missing. */
const twice = (): TempHome => {
  const world = tempHome();
  const server = world.write('project/server.mjs', SERVER);
  world.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: 'nodee', args: [server]}}});
  return world;
};

const config = (world: TempHome): string => fs.readFileSync(path.join(world.home, '.cursor', 'mcp.json'), 'utf8');
const dataOf = (world: TempHome): string => path.join(world.home, '.local', 'share', 'mcp-fix');

test('a change that comes further is put back, and what it met is told with the way to keep it', async () => {
  const world = twice();
  const before = config(world);
  const ran = await runCommand(fix, world, ['fix', 'notes', '--yes']);
  expect(ran.code).toBe(1);
  expect(config(world)).toBe(before);
  expect(ran.out).toContain('It came further, and the old bytes are back. Then this stops it: NOTES_LEVEL is not set');
  expect(ran.out).toContain('To keep the step: mcp-fix fix "notes" --keep-step --yes\n');
  expect(ran.out).not.toContain('Nothing was changed');
  expect(await listRecords(dataOf(world))).toEqual([]);
});

test('--keep-step keeps it, and the next run mends what is left; undo says which change it takes back', async () => {
  const world = twice();
  const before = config(world);
  const step = await runCommand(fix, world, ['fix', 'notes', '--yes', '--keep-step']);
  expect(step.code).toBe(1);
  expect(step.out).toContain('This step is kept. What stops it now: NOTES_LEVEL is not set');
  expect(config(world)).toContain('"node"');
  const rest = await runCommand(fix, world, ['fix', 'notes', '--yes', '--keep-step', '--value', 'debug']);
  expect(rest.code).toBe(0);
  expect(rest.out).toContain('lists 1 tool\n');
  expect(rest.out).toContain('To check it again: mcp-fix check "notes" --yes\n');
  const records = await listRecords(dataOf(world));
  expect(records.map(({proof}) => proof.outcome).sort()).toEqual(['fixed', 'kept']);

  const back = await runCommand(undo, world, ['undo']);
  expect(back.out).toMatch(/^Undone: notes \(Cursor\): Set NOTES_LEVEL in "env"\n.*mcp\.json\nThe file has exactly/);
  const further = await runCommand(undo, world, ['undo']);
  expect(further.out).toMatch(/^Undone: notes \(Cursor\): Set "command" to "node"\n/);
  expect(config(world)).toBe(before);
});

test('--keep-step keeps nothing that does not come further', async () => {
  const world = tempHome();
  const missing = path.join(world.project, 'servr.mjs');
  world.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: 'node', args: [missing]}}});
  const before = config(world);
  const words = ['fix', 'notes', '--yes', '--keep-step', '--fix', 'ask-path', '--value', '/no/such/file.mjs'];
  const ran = await runCommand(fix, world, words);
  expect([ran.code, config(world)]).toEqual([1, before]);
  expect(ran.out).toContain('Still broken.');
});

test('who gave a digest is told the one of the entry as it is now', async () => {
  const world = twice();
  const digestIn = (out: string): string => /--trust (\w{64})/.exec(out)?.[1] ?? '';
  const first = digestIn((await runCommand(check, world, ['check', 'notes'])).out);
  const step = await runCommand(fix, world, ['fix', 'notes', '--trust', first, '--keep-step']);
  const second = digestIn(step.out);
  const rest = await runCommand(fix, world, ['fix', 'notes', '--trust', second, '--value', 'debug']);
  expect([second === first, rest.code]).toEqual([false, 0]);
  expect((await runCommand(check, world, ['check', 'notes', '--trust', digestIn(rest.out)])).code).toBe(0);
});
