import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {exportLog} from '../../src/commands/log-export.ts';
import type {FixRecord} from '../../src/model/record.ts';
import {recordsInTeamFile} from '../../src/records/index.ts';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {testHost} from '../servers/http-entry.ts';

test('the export is markdown, and JSON with --json', async () => {
  const world = tempHome();
  const text = await runProgram(world, ['log', 'export']);
  expect(text.out).toMatch(/^# MCP fix log/);
  const ran = await runProgram(world, ['log', 'export', '--json']);
  expect(JSON.parse(ran.out)).toEqual({schemaVersion: 1, records: []});
  expect([text.code, ran.code]).toEqual([0, 0]);
});

const recordOf = (id: string): FixRecord => ({
  schemaVersion: 1,
  id,
  at: `2026-11-${id.slice(-2)}T13:00:00.000Z`,
  title: `notes: ${id}`,
  note: '',
  tags: [],
  server: {
    name: 'notes',
    client: 'claude-code',
    clientName: 'Claude Code',
    scope: 'user',
    file: '/f',
    transport: 'stdio',
    command: 'npx',
    url: null,
  },
  error: {text: 'ENOENT', source: 'probe', trigger: 'start'},
  failure: {id: 'command-not-found', class: 'config', step: 'command', title: 't', cause: 'c', evidence: []},
  disagreed: null,
  change: {title: 'Set "command"', kind: 'edit', file: '/f', line: 4, diff: [], command: null, receipt: 'r'},
  before: 'b',
  after: 'a',
  proof: {outcome: 'fixed', by: 'the SDK', tools: 3, ms: 5},
  environment: {mcpFix: '1', os: 'linux', node: '20', commandPath: null, protocol: null, server: null},
  howToCheck: 'mcp-fix check notes',
  fingerprint: 'f'.repeat(16),
});
const NEW = recordOf('record-21');
const OLD = recordOf('record-20');

const exported = (file: string, records: readonly FixRecord[], isJson = false) =>
  exportLog(file, {host: testHost(), records, isJson});

test("a team's file gets what is missing, and keeps what colleagues wrote, byte for byte", async () => {
  const world = tempHome();
  const file = path.join(world.project, 'docs', 'mcp-fixes.md');
  await exported(file, [OLD]);
  const written = `${fs.readFileSync(file, 'utf8')}\nOur own words: call Ada first.\n`;
  fs.writeFileSync(file, written);
  expect(await exported(file, [NEW, OLD])).toContain('what stood there is as it was');
  const text = fs.readFileSync(file, 'utf8');
  expect(text.startsWith(written)).toBe(true);
  expect(recordsInTeamFile(text).map(({id}) => id)).toEqual([NEW.id, OLD.id]);
  await exported(file, [NEW, OLD]);
  expect(fs.readFileSync(file, 'utf8')).toBe(text);
});

test.each([
  ['markdown', false],
  ['JSON', true],
] as const)(
  'an earlier export as %s is replaced by a newer one; one that somebody wrote into is not',
  async (_name, isJson) => {
    const world = tempHome();
    const file = path.join(world.dir, 'fixes.txt');
    await exported(file, [OLD], isJson);
    await exported(file, [NEW, OLD], isJson);
    const own = fs.readFileSync(file, 'utf8');
    expect(own).toContain(NEW.id);
    fs.writeFileSync(file, `${own}\nmine`);
    await expect(exported(file, [NEW, OLD], isJson)).rejects.toThrow(/left as it is\. Name a new file/);
    expect(fs.readFileSync(file, 'utf8')).toBe(`${own}\nmine`);
  },
);

test('a record that the log does not have any more is not lost with the file', async () => {
  const world = tempHome();
  const file = path.join(world.dir, 'fixes.md');
  await exported(file, [NEW, OLD]);
  await expect(exported(file, [NEW])).rejects.toThrow(/left as it is/);
});

test('an empty log leaves the file of a team alone, and a folder is no file', async () => {
  const world = tempHome();
  const file = path.join(world.project, 'docs', 'mcp-fixes.md');
  expect(await exported(file, [])).toContain('nothing to add');
  expect(fs.existsSync(file)).toBe(false);
  await expect(exported(world.home, [NEW])).rejects.toThrow(/left as it is/);
});

test('the command refuses with code 2, and says the way', async () => {
  const world = tempHome();
  const file = world.write('project/notes.md', '# Mine\n');
  const ran = await runProgram(world, ['log', 'export', '--out', file]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('mcp-fix log export --out FILE');
  expect(fs.readFileSync(file, 'utf8')).toBe('# Mine\n');
});
