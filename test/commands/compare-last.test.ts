import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {compareClients} from '../../src/commands/compare.ts';
import {fix} from '../../src/commands/fix.ts';
import {readHost} from '../../src/commands/host.ts';
import {saveDraft} from '../../src/commands/recording.ts';
import {openSession} from '../../src/commands/session.ts';
import {lookAtSubject, subjectsOf} from '../../src/commands/subject.ts';
import type {Host} from '../../src/model/host.ts';
import {listRecords} from '../../src/records/index.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {root} from '../helpers/source-files.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const HEALTHY = path.join(root, 'test/servers/stdio/healthy.mjs');
const secret = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;
const TOKEN = {NOTES_TOKEN: secret};

const hostOf = (home: TempHome, env: Readonly<Record<string, string>>): Host => ({
  ...readHost('0.0.0'),
  home: home.home,
  cwd: home.project,
  env: {...home.env, ...env},
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
});

const run = async (home: TempHome, words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    readInput: async () => '',
    signal: new AbortController().signal,
  };
  const args = parseArguments(words);
  const code = await (args.command === 'fix' ? fix : compareClients)(args, hostOf(home, env), terminal);
  return {code, out, err};
};

const dataOf = (home: TempHome): string =>
  path.join(home.home, process.platform === 'darwin' ? 'Library/Application Support' : '.local/share', 'mcp-fix');

/** A server whose entry was mended by `fix`: Claude Code does not expand this spelling of a variable. */
const mended = async (): Promise<TempHome> => {
  const home = tempHome();
  home.write('home/.claude.json', {
    mcpServers: {
      notes: {
        command: process.execPath,
        args: [HEALTHY, path.join(home.project, 'notes')],
        env: {TOKEN: `\${env:NOTES_TOKEN}`},
      },
    },
  });
  const done = await run(home, ['fix', 'notes', '--yes'], TOKEN);
  expect(done.code, done.out).toBe(0);
  return home;
};

describe('compare with the last record that worked', () => {
  test('the record holds what decided, no secret, and nothing differs', async () => {
    const home = await mended();
    const [record] = await listRecords(dataOf(home));
    expect(record?.snapshot).toMatchObject({
      kind: 'mcp-fix-snapshot',
      environment: {NOTES_TOKEN: 'set'},
      servers: [{name: 'notes', status: 'healthy', failure: null, tools: {count: expect.any(Number)}}],
    });
    expect(JSON.stringify(record)).not.toContain(secret);
    const same = await run(home, ['compare', 'notes', '--last', '--yes'], TOKEN);
    expect(same.out).toContain('Nothing differs that decides');
    expect(same.code).toBe(0);
  });

  test('the variable that is gone since comes first', async () => {
    const home = await mended();
    const {code, out} = await run(home, ['compare', 'notes', '--last', '--yes']);
    expect(code).toBe(1);
    expect(out).toMatch(/^A \d{8}-[\w-]+, saved \d{4}-/);
    expect(out).toMatch(/notes: A healthy, B warned: variable-not-set/);
    expect(out).toMatch(/1\. notes: environment NOTES_TOKEN.*the failure names it\)\n +A set\n +B unset/);
    const json = JSON.parse((await run(home, ['compare', 'notes', '--last', '--yes', '--json'])).out);
    expect(json).toMatchObject({a: {record: expect.stringMatching(/^\d{8}-/)}, b: {record: null}});
    expect(json.differences[0]).toMatchObject({what: 'environment NOTES_TOKEN', a: 'set', b: 'unset'});
  });

  test('from another folder nothing more differs', async () => {
    const home = await mended();
    const other = {...home, project: home.dir};
    const {out} = await run(other, ['compare', 'notes', '--last', '--yes', '--json']);
    expect(JSON.parse(out).differences.map(({what}: {what: string}) => what)).toEqual(['environment NOTES_TOKEN']);
  });

  test('without a yes it is not asked, and the configuration alone is compared', async () => {
    const home = await mended();
    const {code, err, out} = await run(home, ['compare', 'notes', '--last'], TOKEN);
    expect(code).toBe(3);
    expect(err).toMatch(/--last --trust [0-9a-f]{64}/);
    expect(out).toContain('B unchecked');
  });

  test('without a record, or with one that does not tell, a sentence', async () => {
    const home = await mended();
    const [record] = await listRecords(dataOf(home));
    if (record === undefined) throw new Error('The fix was not recorded.');
    const file = path.join(dataOf(home), 'records', `${record.id}.json`);
    const {snapshot: _gone, ...older} = record;
    for (const body of [older, {...record, snapshot: {kind: 'else'}}]) {
      fs.writeFileSync(file, JSON.stringify(body));
      await expect(run(home, ['compare', 'notes', '--last', '--yes'])).rejects.toThrow(
        /does not tell how "notes" stood/,
      );
    }
    fs.writeFileSync(file, JSON.stringify({...record, proof: {...record.proof, outcome: 'kept'}}));
    await expect(run(home, ['compare', 'notes', '--last', '--yes'])).rejects.toThrow(/No fix of "notes"/);
  });

  test.each([
    [['compare', '--last']],
    [['compare', 'a', 'b', '--last']],
    [['compare', 'a', '--last', '--as', 'cursor']],
  ])('%j is no question', async (words) => {
    await expect(run(tempHome(), words)).rejects.toThrow('--last takes one server and no --as');
  });
});

test('what the wizard saves holds it too; the record of a file does not', async () => {
  const home = await mended();
  const [record] = await listRecords(dataOf(home));
  if (record === undefined) throw new Error('The fix was not recorded.');
  const host = hostOf(home, TOKEN);
  const session = await openSession(parseArguments(['check', '--yes']), host);
  const [subject] = subjectsOf(session, await session.find());
  const look = await lookAtSubject(session, subject?.key ?? '', {signal: new AbortController().signal});
  if (look === null) throw new Error('The server is gone.');
  const draft = {key: look.key, finding: null, record};
  const saved = await saveDraft(session, {...draft, evidence: look.evidence});
  expect(saved.snapshot).toMatchObject({servers: [{name: 'notes', status: 'healthy'}]});
  const ofFile = await saveDraft(session, {...draft, evidence: evidenceOf({file: {}})});
  expect(ofFile).not.toHaveProperty('snapshot');
});
