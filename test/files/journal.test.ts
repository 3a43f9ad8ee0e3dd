import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {backupFile, listEntries, openEntry, saveEntry} from '../../src/files/index.ts';

let data = '';
beforeEach(async () => {
  data = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-journal-')));
});
afterEach(() => fs.rm(data, {recursive: true, force: true}));

const START = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;
const open = (file: string, now = START, before: string | null = 'old') =>
  openEntry(
    data,
    {file, format: 'json', path: ['a', 0]},
    {before: before === null ? null : Buffer.from(before), after: Buffer.from('new')},
    now,
  );
const journal = (...names: readonly string[]): string => path.join(data, 'journal', ...names);

describe('an entry', () => {
  test('is what was asked, and comes back as it was written', async () => {
    const entry = await open('/x');
    expect(entry).toMatchObject({schemaVersion: 1, order: 1, file: '/x', format: 'json', path: ['a', 0]});
    expect(entry).toMatchObject({at: '2026-01-01T00:00:00.000Z', state: 'intended'});
    expect(entry.id).toMatch(/^20260101T000000-[0-9a-f]{8}$/);
    expect(await listEntries(data)).toEqual([entry]);
    for (const state of ['done', 'undone'] as const) {
      await saveEntry(data, {...entry, state});
      expect(await listEntries(data)).toEqual([{...entry, state}]);
    }
  });

  test('of a file that is made has no bytes before', async () => {
    const made = await open('/x', START, null);
    expect(made.sha256Before).toBeNull();
    expect(await fs.readFile(backupFile(data, made.id, 'before'), 'utf8')).toBe('');
    expect(await listEntries(data)).toEqual([made]);
    const changed = await open('/x');
    expect(changed.sha256Before).toMatch(/^[0-9a-f]{64}$/);
    expect(await fs.readFile(backupFile(data, changed.id, 'before'), 'utf8')).toBe('old');
    expect(await fs.readFile(backupFile(data, changed.id, 'after'), 'utf8')).toBe('new');
  });

  test('is kept for thirty days to the millisecond', async () => {
    await open('/x');
    await open('/y', START + 30 * DAY);
    expect((await listEntries(data)).map(({file}) => file)).toEqual(['/x', '/y']);
    await open('/z', START + 30 * DAY + 1);
    expect((await listEntries(data)).map(({file}) => file)).toEqual(['/y', '/z']);
  });

  test('is one of ten of its own file: those of others are not counted', async () => {
    for (let i = 0; i < 9; i += 1) await open('/x', START + i);
    for (let i = 0; i < 3; i += 1) await open('/y', START + 20 + i);
    const files = async (): Promise<string> => (await listEntries(data)).map(({file}) => file).join('');
    expect(await files()).toBe(`${'/x'.repeat(9)}${'/y'.repeat(3)}`);
    await open('/x', START + 30);
    expect(await files()).toBe(`${'/x'.repeat(9)}${'/y'.repeat(3)}/x`);
    await open('/x', START + 31);
    expect(await files()).toBe(`${'/x'.repeat(8)}${'/y'.repeat(3)}/x/x`);
  });

  test('two with the same number stand in the order of their names', async () => {
    const entry = await open('/x');
    for (const id of ['c', 'a', 'b']) await saveEntry(data, {...entry, id});
    expect((await listEntries(data)).map(({id}) => id)).toEqual([entry.id, 'a', 'b', 'c']);
    // By the name in them, whatever their files are called.
    for (const [name, id] of [
      ['1', 'z'],
      ['2', 'y'],
      ['3', 'x'],
    ] as const)
      await fs.writeFile(journal(`${name}.json`), JSON.stringify({...entry, id}));
    expect((await listEntries(data)).map(({id}) => id)).toEqual([entry.id, 'a', 'b', 'c', 'x', 'y', 'z']);
  });

  test('that cannot be written down leaves no bytes behind', async () => {
    await fs.writeFile(journal(), 'a file where the folder should be');
    await expect(open('/x')).rejects.toThrow();
    expect(await fs.readdir(path.join(data, 'backups'))).toEqual([]);
  });
});

describe('a damaged entry is passed over', () => {
  test.each<[string, unknown]>([
    ['another version', {schemaVersion: 2}],
    ['no name', {id: 7}],
    ['a name that leads out of the folder', {id: '../../x'}],
    ['a name that goes on with a path', {id: 'x/../../y'}],
    ['a name behind a path', {id: '/etc/x'}],
    ['a number that is a word', {order: '1'}],
    ['no file', {file: null}],
    ['no format', {format: 1}],
    ['a time that is a number', {at: 1}],
    ['a hash before that is a number', {sha256Before: 1}],
    ['no hash before', {sha256Before: undefined}],
    ['no hash after', {sha256After: null}],
    ['a place that is a word', {path: 'a'}],
    ['a state that nobody knows', {state: 'begun'}],
    ['no state', {state: undefined}],
  ])('%s', async (_, change) => {
    const good = await open('/x');
    const bad = {...good, id: 'bad', ...(typeof change === 'object' ? change : {})};
    await fs.writeFile(journal('bad.json'), JSON.stringify(bad));
    expect(await listEntries(data)).toEqual([good]);
    // It differs from a good one in nothing else.
    await fs.writeFile(journal('bad.json'), JSON.stringify({...good, id: 'bad'}));
    expect(await listEntries(data)).toHaveLength(2);
  });

  test('what is no entry at all, and what is no file of the journal', async () => {
    const good = await open('/x');
    await fs.writeFile(journal('a.json'), 'null');
    await fs.writeFile(journal('b.json'), '"text"');
    await fs.mkdir(journal('c.json'));
    await fs.writeFile(journal('d.json.bak'), JSON.stringify({...good, id: 'd'}));
    await fs.writeFile(journal('e.json'), JSON.stringify({...good, id: 'e', more: 'x'.repeat(64 * 1024)}));
    expect(await listEntries(data)).toEqual([good]);
  });
});
