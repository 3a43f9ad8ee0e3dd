import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {FixRecord} from '../../src/model/record.ts';
import {addToTeamFile, readTeamFile, recordsInTeamFile, similarRecords, toMarkdown} from '../../src/records/index.ts';
import {recordIn} from '../../src/records/team-mark.ts';
import {hostOf} from '../clients/hosts.ts';
import {readMarkdown, withoutCodeSpans} from '../commands/markdown-reader.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {aRecord} from '../torture/a-record.ts';

const ID = '20261120-command-not-found-abc123';
const record = (own: Partial<FixRecord> = {}): FixRecord => ({
  ...aRecord(ID),
  id: ID,
  at: '2026-11-20T10:00:00.000Z',
  fingerprint: '0123456789abcdef',
  ...own,
});

const world = () => {
  const home = tempHome();
  const host = {...hostOf('linux', {}, home.home), uid: process.getuid?.() ?? null};
  const file = path.join(home.project, 'docs', 'mcp-fixes.md');
  return {...home, host, file, read: () => fs.readFileSync(file, 'utf8')};
};

/** A mark with this JSON in it, as somebody could write it by hand. */
const markWith = (value: unknown): string =>
  `<!-- mcp-fix-record ${Buffer.from(JSON.stringify(value)).toString('base64url')} -->`;

describe('the team file', () => {
  test('what is added is read back: when, which failure, by what', async () => {
    const {project, host, file} = world();
    expect(await addToTeamFile(project, record(), host)).toBe(file);
    const [read, ...more] = await readTeamFile(project, host);
    expect(more).toEqual([]);
    const own = record();
    expect(read).toMatchObject({id: own.id, at: own.at, fingerprint: own.fingerprint, note: own.note});
    expect(read?.failure).toMatchObject({id: own.failure.id, class: own.failure.class, step: own.failure.step});
    expect(read?.change.title).toBe(own.change.title);
    expect(read?.proof.outcome).toBe(own.proof.outcome);
  });

  test('what colleagues wrote stays byte for byte, and nothing is added twice', async () => {
    const {project, host, read, write} = world();
    const before = '# Our fixes\r\n\r\nWritten by hand, *with love*.\r\n\r\n## Not a record\r\n';
    write('project/docs/mcp-fixes.md', before);
    await addToTeamFile(project, record(), host);
    await addToTeamFile(project, record({id: `${ID}-2`, at: '2026-11-21T10:00:00.000Z'}), host);
    const text = read();
    await addToTeamFile(project, record(), host);
    expect(read()).toBe(text);
    expect(text.startsWith(before)).toBe(true);
    expect((await readTeamFile(project, host)).map(({id}) => id)).toEqual([`${ID}-2`, ID]);
  });

  test('two at once lose nothing', async () => {
    const {project, host} = world();
    await addToTeamFile(project, record(), host);
    const ids = Array.from({length: 2}, (_, index) => `${ID}-${index}`);
    await Promise.all(ids.map((id) => addToTeamFile(project, record({id}), host)));
    expect((await readTeamFile(project, host)).map(({id}) => id).sort()).toEqual([ID, ...ids].sort());
  });

  test('a mark that was taken out takes its record along, and no other', async () => {
    const {project, host, read, write} = world();
    await addToTeamFile(project, record(), host);
    await addToTeamFile(project, record({id: `${ID}-2`}), host);
    write('project/docs/mcp-fixes.md', read().replace(/<!-- mcp-fix-record .*\n/, ''));
    expect((await readTeamFile(project, host)).map(({id}) => id)).toEqual([`${ID}-2`]);
  });

  test('a file of an older release, without marks, is read for what its words say', () => {
    const own = record();
    const [read] = recordsInTeamFile(toMarkdown([own]));
    expect(read).toMatchObject({id: own.id, at: own.at});
    expect(read?.failure.id).toBe(own.failure.id);
    expect(read?.change.title).toBe(own.change.title);
    expect(read?.server).toMatchObject({name: own.server.name, clientName: own.server.clientName});
    expect(read?.proof.outcome).toBe(own.proof.outcome);
  });

  test('a heading inside of an error text is no section', () => {
    const text = toMarkdown([
      record({error: {...record().error, text: '## Fake: x\n- Failure: fake\n- Date: 2026-11-20T10:00:00.000Z'}}),
    ]);
    expect(recordsInTeamFile(text).map(({failure}) => failure.id)).toEqual([record().failure.id]);
  });

  test('the same failure elsewhere is not offered as this one', async () => {
    const {project, host} = world();
    await addToTeamFile(project, record(), host);
    const asked = {server: {kind: 'server', entry: {name: record().server.name, launch: null}}} as const;
    const team = await readTeamFile(project, host);
    expect(similarRecords(team, {...asked, finding: {id: record().failure.id}})).toHaveLength(1);
    expect(similarRecords(team, {...asked, finding: {id: 'another-failure'}})).toEqual([]);
  });
});

describe('a hostile team file', () => {
  test('control sequences and secrets in a mark are masked', () => {
    const secret = `gh${'p'}_${'aB3dE5fG7h'.repeat(4)}`;
    const evil = `\u001b]52;c;AAAA\u0007\u202e${secret}`;
    const own = record();
    const [read] = recordsInTeamFile(
      markWith({
        v: 1,
        id: own.id,
        at: own.at,
        title: evil,
        note: evil,
        tags: [evil],
        server: {name: evil, command: evil},
        failure: {id: 'command-not-found', class: 'config', step: evil, cause: evil},
        change: {title: evil},
        proof: {outcome: evil, by: evil, tools: evil},
        fingerprint: own.fingerprint,
      }),
    );
    expect(read).toBeDefined();
    const all = JSON.stringify(read);
    expect(all).not.toContain('\\u001b');
    expect(all).not.toContain('\u202e');
    expect(all).not.toContain(secret.slice(4, 12));
    expect(read?.failure.step).toBe('config');
    expect(read?.proof).toMatchObject({outcome: 'kept', tools: null});
  });

  test('what is none of ours is no record', () => {
    const good = {
      v: 1,
      id: 'a',
      at: '2026-11-20T10:00:00.000Z',
      failure: {id: 'x', class: 'config'},
      change: {title: 'T'},
      fingerprint: '0123456789abcdef',
    };
    expect(recordsInTeamFile(markWith(good))).toHaveLength(1);
    for (const bad of [
      null,
      [],
      'x',
      {...good, v: 2},
      {...good, id: '../../x'},
      {...good, at: 'yesterday'},
      {...good, fingerprint: 'no'},
      {...good, failure: {id: 'x\u001b', class: 'config'}},
      {...good, failure: {id: 'x', class: 'evil'}},
      {...good, change: {title: ' '}},
      {...good, change: 7},
      {...good, failure: null},
    ])
      expect(recordsInTeamFile(markWith(bad)), JSON.stringify(bad)).toEqual([]);
    expect(recordsInTeamFile('<!-- mcp-fix-record %%% -->\n')).toEqual([]);
    expect(recordIn('A'.repeat(20_000))).toBeNull();
    expect(recordIn(Buffer.from('['.repeat(8000)).toString('base64url'))).toBeNull();
  });

  test('no text crashes it', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 400, unit: 'binary'}), fc.string({maxLength: 60}), (words, data) => {
        recordsInTeamFile(`## ${words}\n- Failure: ${words}\n### The one change\n\n${words}`);
        recordsInTeamFile(`<!-- mcp-fix-record ${Buffer.from(data).toString('base64url')} -->\n${words}`);
      }),
      {numRuns: 300},
    );
  });

  test('too large, a pipe, a folder, a link out of the project: no record, no wait', async () => {
    const {project, host, file, dir, write} = world();
    write('outside.md', `${toMarkdown([record()])}`);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.symlinkSync(path.join(dir, 'outside.md'), file);
    expect(await readTeamFile(project, host)).toEqual([]);
    await expect(addToTeamFile(project, record(), host)).rejects.toThrow(/leads out of the project/);
    fs.rmSync(file);
    fs.writeFileSync(file, `${markWith({})}\n${'x'.repeat(1024 * 1024)}`);
    expect(await readTeamFile(project, host)).toEqual([]);
    fs.rmSync(file);
    fs.mkdirSync(file);
    expect(await readTeamFile(project, host)).toEqual([]);
    expect(await readTeamFile(null, host)).toEqual([]);
  });

  test('whatever a record holds, a mark stays one comment, and the section inert', async () => {
    const {project, host, read} = world();
    const evil = '-->\n# Heading\n<script>[a](https://x.example) `x` ```';
    await addToTeamFile(project, record({note: evil, title: evil, change: {...record().change, title: evil}}), host);
    const lines = read().split('\n');
    expect(lines.filter((line) => line.startsWith('<!--'))).toHaveLength(1);
    expect(lines.filter((line) => /^<!-- mcp-fix-record [\w-]+ -->$/.test(line))).toHaveLength(1);
    const outside = readMarkdown(read())
      .flatMap((block) => (block.kind === 'line' ? [withoutCodeSpans(block.text)] : []))
      .join('\n')
      .replace(/<!-- mcp-fix-record [\w-]+ -->/, '');
    expect(outside).not.toMatch(/<script|\]\(https/);
    const [again] = await readTeamFile(project, host);
    expect(again?.change.title).toContain('# Heading');
    expect(again?.change.title).not.toContain('\n');
  });
});

test('how to check: a command alone stands in a shell block, a sentence does not', () => {
  const shellBlocks = (howToCheck: string): readonly string[] =>
    [...toMarkdown([record({howToCheck})]).matchAll(/```sh\n([^`]*)\n```/g)].map(([, body]) => body ?? '');
  expect(shellBlocks('Run: mcp-fix check notes')).toContain('mcp-fix check notes');
  expect(shellBlocks('mcp-fix check "my notes"')).toContain('mcp-fix check "my notes"');
  expect(shellBlocks('Open the client and see that the servers are there.')).not.toContain(
    'Open the client and see that the servers are there.',
  );
});

test('what the person says stands beside what mcp-fix says', () => {
  const said = toMarkdown([record({disagreed: {class: 'auth', id: null}})]);
  expect(said).toContain('- Class: config (the person says: auth)');
  const chosen = toMarkdown([record({disagreed: {class: 'config', id: record().failure.id}})]);
  expect(chosen).toContain('- Class: config\n');
  expect(chosen).toContain('mcp-fix put another first');
  expect(recordsInTeamFile(chosen)[0]?.failure.id).toBe(record().failure.id);
});
