import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {check} from '../../src/commands/check.ts';
import {fix} from '../../src/commands/fix.ts';
import {addToTeamFile, listRecords, readTeamFile} from '../../src/records/index.ts';
import {hostOf} from '../clients/hosts.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const SERVER = `
import readline from 'node:readline';
const answers = {
  initialize: (params) => ({protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'notes', version: '1'}}),
  'tools/list': () => ({tools: [{name: 'read', inputSchema: {type: 'object'}}]}),
};
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (id === undefined) return;
  const answer = answers[method];
  console.log(JSON.stringify(answer ? {jsonrpc: '2.0', id, result: answer(params)} : {jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}}));
});
`;

/** A machine with a misspelt command in a project of this folder. */
const broken = (): TempHome => {
  const home = tempHome();
  const server = home.write('project/server.mjs', SERVER);
  home.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: 'nodee', args: [server]}}});
  return home;
};

const config = (world: TempHome): string => path.join(world.home, '.cursor', 'mcp.json');
const dataOf = (world: TempHome): string => path.join(world.home, '.local', 'share', 'mcp-fix');

test('a repair is told at the next failure of the same kind: from one’s own records, and on another machine from the team file', async () => {
  const first = broken();
  const bad = fs.readFileSync(config(first));
  const repaired = await runCommand(fix, first, ['fix', 'notes', '--yes', '--note', 'it was a typo']);
  expect([repaired.code, repaired.out.includes('Fixed before')]).toEqual([0, false]);
  const [record] = await listRecords(dataOf(first));
  if (record === undefined) throw new Error('no record');
  fs.writeFileSync(config(first), bad);
  const again = await runCommand(check, first, ['check', 'notes', '--yes']);
  expect(again.out).toContain(
    `notes: Fixed before, on ${record.at.slice(0, 10)}, by: ${record.change.title} (mcp-fix log show ${record.id})`,
  );
  expect((await runCommand(check, first, ['check', 'notes', '--yes', '--json'])).out).not.toContain('Fixed before');

  await addToTeamFile(first.project, record, {...hostOf('linux', {}, first.home), uid: process.getuid?.() ?? null});
  const colleague = broken();
  colleague.write('project/docs/mcp-fixes.md', fs.readFileSync(path.join(first.project, 'docs/mcp-fixes.md')));
  const there = await runCommand(check, colleague, ['check', 'notes', '--yes']);
  expect(there.out).toContain(`by: ${record.change.title} (docs/mcp-fixes.md)`);
  const mended = await runCommand(fix, colleague, ['fix', 'notes', '--yes']);
  expect(mended.out).toContain('(docs/mcp-fixes.md)');
});

test('a server that works, or fails in another way, hears nothing of it', async () => {
  const world = broken();
  await runCommand(fix, world, ['fix', 'notes', '--yes']);
  expect((await runCommand(check, world, ['check', '--yes'])).out).not.toContain('Fixed before');
  world.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: process.execPath, args: ['/no/such/file.js']}}});
  const other = await runCommand(check, world, ['check', '--yes']);
  expect([other.code, other.out.includes('Fixed before')]).toEqual([1, false]);
});

test('a hostile team file starts nothing, and brings no control sequence to the report', async () => {
  const world = broken();
  await runCommand(fix, world, ['fix', 'notes', '--yes']);
  const [record] = await listRecords(dataOf(world));
  if (record === undefined) throw new Error('no record');
  const flag = path.join(world.dir, 'started');
  const evil = `\u001b[2J\u0007 \`touch ${flag}\` $(touch ${flag})`;
  const value = {...record, v: 1, note: evil, change: {...record.change, title: evil, command: ['touch', flag]}};
  const mark = `<!-- mcp-fix-record ${Buffer.from(JSON.stringify(value)).toString('base64url')} -->\n`;
  const colleague = broken();
  colleague.write('project/docs/mcp-fixes.md', mark);
  expect(await readTeamFile(colleague.project, hostOf('linux', {}, colleague.home))).toHaveLength(1);
  const {out} = await runCommand(check, colleague, ['check', 'notes', '--yes']);
  expect(out).toContain('Fixed before');
  expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(fs.existsSync(flag)).toBe(false);
});

test('check --repro prints what shows each failure elsewhere, run to be sure, and leaves a machine’s format alone', async () => {
  const world = broken();
  const text = await runCommand(check, world, ['check', '--yes', '--repro']);
  expect(text.out).toMatch(/notes \(cursor\), outside of mcp-fix:\n.*nodee/);
  expect(text.out).toContain('Proved: It shows the same');
  const json = await runCommand(check, world, ['check', '--yes', '--repro', '--json']);
  expect(() => JSON.parse(json.out)).not.toThrow();
  expect(json.err).toContain('Proved: It shows the same');
  const unasked = await runCommand(check, world, ['check', '--repro']);
  expect(unasked.out).not.toContain('Proved');
});
