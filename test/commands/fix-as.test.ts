import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {CLIENTS} from '../../src/clients/index.ts';
import {whyNotForOwn} from '../../src/commands/acting-edit.ts';
import {bundle} from '../../src/commands/bundle.ts';
import {check} from '../../src/commands/check.ts';
import {fix} from '../../src/commands/fix.ts';
import {repro} from '../../src/commands/repro.ts';
import type {Change} from '../../src/model/change.ts';
import type {ServerEntry} from '../../src/model/server.ts';
import {anEntry} from '../helpers/an-entry.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

/** Works when MODE is what `wants` says, and ends otherwise. */
const serverThatWants = (wants: string): string => `
import readline from 'node:readline';
if (!(${wants})) { console.error('Error: MODE environment variable is required'); process.exit(1); }
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

/** Claude Code hands its whole environment on; Claude Desktop keeps MODE back. */
const worldWith = (wants: string): TempHome => {
  const home = tempHome();
  const server = home.write('project/server.mjs', serverThatWants(wants));
  home.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: [server]}}});
  return {...home, env: {...home.env, MODE: 'shell'}};
};

const entryNow = (world: TempHome): unknown =>
  JSON.parse(fs.readFileSync(path.join(world.home, '.claude.json'), 'utf8')).mcpServers.notes;

describe('fix --as another client', () => {
  test('what works in the own client and not in the other is found, mended and proved as the other', async () => {
    const world = worldWith('process.env.MODE');
    expect((await runCommand(fix, world, ['fix', 'notes', '--yes'])).out).toContain('nothing to repair');
    const ran = await runCommand(fix, world, [
      'fix',
      'notes',
      '--yes',
      '--as',
      'claude-desktop',
      '--value',
      'x',
      '--json',
    ]);
    expect(JSON.parse(ran.out)).toMatchObject({outcome: 'fixed', rootCause: {id: 'env-var-missing'}});
    expect(ran.code).toBe(0);
    expect(entryNow(world)).toMatchObject({env: {MODE: 'x'}});
  });

  test('a change that breaks the own client is put back, and says so', async () => {
    // The own client's server may not see the entry's value: it only bears its shell's.
    const world = worldWith("process.env.MODE === 'shell' || (process.env.MODE && !process.env.CLAUDE_ONLY)");
    const env = {...world.env, CLAUDE_ONLY: '1'};
    const before = entryNow(world);
    const words = ['fix', 'notes', '--yes', '--as', 'claude-desktop', '--value', 'x', '--json'];
    const ran = await runCommand(fix, {...world, env}, words);
    const report = JSON.parse(ran.out);
    expect(report.outcome).toBe('still-broken');
    expect(report.tried[0]).toMatchObject({kept: false});
    expect(report.tried[0].verdict.note).toContain('works as Claude Desktop now, and not any more');
    expect(entryNow(world)).toEqual(before);
  });

  test('a client that nobody knows is a usage error', async () => {
    const world = worldWith('true');
    await expect(runCommand(fix, world, ['fix', 'notes', '--yes', '--as', 'cursr'])).rejects.toThrow(
      /Did you mean cursor/,
    );
  });

  test('the reproduction and the report for the operator are those of the other client too', async () => {
    const world = worldWith('process.env.MODE');
    const own = await runCommand(repro, world, ['repro', 'notes', '--yes', '--run']);
    expect([own.code, own.out.includes('env -i')]).toEqual([0, false]);
    const other = await runCommand(repro, world, ['repro', 'notes', '--yes', '--run', '--as', 'claude-desktop']);
    expect([other.code, other.out.includes('env -i'), other.err.includes('It shows the same')]).toEqual([
      0,
      true,
      true,
    ]);
    const report = await runCommand(bundle, world, ['bundle', 'notes', '--yes', '--as', 'claude-desktop']);
    expect([report.code, report.out.includes('Claude Desktop')]).toEqual([0, true]);
  });

  test('check --as acts so too', async () => {
    const world = worldWith('process.env.MODE');
    expect((await runCommand(check, world, ['check', 'notes', '--yes'])).code).toBe(0);
    expect((await runCommand(check, world, ['check', 'notes', '--yes', '--as', 'claude-desktop'])).code).toBe(1);
  });
});

describe('a change for another client, in the file of the own one', () => {
  const as = (own: string, client: string): ServerEntry => {
    const rules = CLIENTS.find(({id}) => id === client)?.rules;
    if (rules === undefined) throw new Error(client);
    return {...anEntry, client, rules, key: `${own}\0user\0${anEntry.file}\0notes\0\0as\0${client}`};
  };
  const change = (keys: readonly string[], edit: Change['edit']): Change => ({
    file: anEntry.file,
    path: [...anEntry.at, ...keys],
    edit,
    why: 'x',
  });
  const set = (value: string): Change['edit'] => ({kind: 'set', value});

  test('goes where both mean the same', () => {
    expect(whyNotForOwn(as('claude-code', 'cursor'), change(['command'], set('npx')))).toBeNull();
    expect(whyNotForOwn(as('claude-code', 'cursor'), change(['env', 'A'], set('b')))).toBeNull();
    expect(whyNotForOwn(as('claude-code', 'gemini-cli'), change(['env', 'A'], set('${A}')))).toBeNull();
    expect(whyNotForOwn(anEntry, change(['anything'], set('${env:A}')))).toBeNull();
    expect(whyNotForOwn(as('claude-code', 'cursor'), {...change([], set('x')), file: '/elsewhere'})).toBeNull();
  });
  test('and stays out where the own client would read something else', () => {
    expect(whyNotForOwn(as('claude-code', 'cursor'), change(['env', 'A'], set('${env:A}')))).toMatch(
      /Claude Code's.*\$\{env:A\}/,
    );
    expect(whyNotForOwn(as('claude-code', 'gemini-cli'), change(['httpUrl'], set('https://x.example')))).toMatch(
      /"httpUrl"/,
    );
    expect(whyNotForOwn(as('claude-code', 'opencode'), change(['environment', 'A'], set('b')))).toMatch(
      /"environment"/,
    );
    expect(whyNotForOwn(as('claude-code', 'opencode'), change(['command'], set('b')))).toMatch(/"command"/);
    expect(
      whyNotForOwn(
        as('claude-code', 'gemini-cli'),
        change([], {kind: 'merge', values: {httpUrl: 'https://x.example'}}),
      ),
    ).toMatch(/"httpUrl"/);
    const outside: Change = {file: anEntry.file, path: ['inputs'], edit: set('x'), why: 'x'};
    expect(whyNotForOwn(as('claude-code', 'vscode'), outside)).toMatch(/outside of the entry/);
  });
});
