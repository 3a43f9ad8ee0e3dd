import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {
  dropEntry,
  listEntries,
  makeTempFolder,
  openEntry,
  purge,
  removeFolder,
  removePrivateFile,
  setAside,
  sha256,
  writeFileSafely,
  writeNewFile,
  writePrivateFile,
} from '../../src/files/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-write-')));
});
afterEach(() => fs.rm(folder, {recursive: true, force: true}));
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const uid = process.getuid?.() ?? null;
const modeOf = async (file: string): Promise<number> => (await fs.stat(file)).mode & 0o7777;
const write = (file: string, text: string, old: string | null): ReturnType<typeof writeFileSafely> =>
  writeFileSafely(file, Buffer.from(text), {expected: old === null ? null : sha256(old), newMode: 0o600, uid});

describe('writeFileSafely', () => {
  test('replaces the bytes, keeps mode and link, leaves nothing beside', async () => {
    await fs.writeFile(at('real'), 'old', {mode: 0o640});
    await fs.chmod(at('real'), 0o640);
    await fs.symlink('real', at('link'));
    expect(await write(at('link'), 'new', 'old')).toEqual({kind: 'written', warnings: []});
    expect(await fs.readFile(at('real'), 'utf8')).toBe('new');
    expect(await fs.readlink(at('link'))).toBe('real');
    expect(await modeOf(at('real'))).toBe(0o640);
    expect((await fs.readdir(folder)).sort()).toEqual(['link', 'real']);
  });

  test('a file that was written in between is left alone', async () => {
    await fs.writeFile(at('file'), 'theirs');
    expect(await write(at('file'), 'ours', 'old')).toEqual({kind: 'changed'});
    expect(await write(at('file'), 'ours', null)).toEqual({kind: 'changed'});
    expect(await fs.readFile(at('file'), 'utf8')).toBe('theirs');
    expect(await fs.readdir(folder)).toEqual(['file']);
  });

  test('makes a new file with the mode that is asked for, whatever the umask', async () => {
    const before = process.umask(0o077);
    try {
      await writeFileSafely(at('new'), Buffer.from('x'), {expected: null, newMode: 0o644, uid});
    } finally {
      process.umask(before);
    }
    expect(await modeOf(at('new'))).toBe(0o644);
  });

  test('refuses read-only, hard-linked and foreign files, folders and dead links, with a sentence', async () => {
    await fs.writeFile(at('readonly'), 'old', {mode: 0o400});
    await fs.writeFile(at('one'), 'old');
    await fs.link(at('one'), at('two'));
    await fs.mkdir(at('folder'));
    await fs.symlink('nowhere', at('dead'));
    await fs.writeFile(at('foreign'), 'old');
    await expect(write(at('readonly'), 'new', 'old')).rejects.toThrow(/read-only/);
    await expect(write(at('one'), 'new', 'old')).rejects.toThrow(/hard links/);
    await expect(write(at('folder'), 'new', 'old')).rejects.toThrow(/regular file/);
    await expect(write(at('dead'), 'new', null)).rejects.toThrow(/leads nowhere/);
    await expect(
      writeFileSafely(at('foreign'), Buffer.from('new'), {expected: sha256('old'), newMode: 0o600, uid: 12_345}),
    ).rejects.toThrow(/another user/);
    await expect(write(at('no', 'such'), 'new', null)).rejects.toThrow(/folder does not exist/);
    for (const name of ['readonly', 'one', 'foreign']) expect(await fs.readFile(at(name), 'utf8')).toBe('old');
  });

  test('clears what a killed run left, and only that', async () => {
    await fs.writeFile(at('c.json'), 'old');
    await fs.writeFile(at('.c.json.mcp-fix-0123456789ab.tmp'), 'half');
    await fs.writeFile(at('.other.json.mcp-fix-0123456789ab.tmp'), 'theirs');
    await write(at('c.json'), 'new', 'old');
    expect((await fs.readdir(folder)).sort()).toEqual(['.other.json.mcp-fix-0123456789ab.tmp', 'c.json']);
  });
});

describe('the journal', () => {
  const bytes = (text: string): {before: Buffer; after: Buffer} => ({
    before: Buffer.from('old'),
    after: Buffer.from(text),
  });

  test('keeps ten of a file and thirty days, in private files', async () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    for (let i = 0; i < 12; i += 1) {
      await openEntry(at('data'), {file: '/x', format: 'json', path: ['a']}, bytes(`${i}`), start + i);
    }
    const entries = await listEntries(at('data'));
    expect(entries.map((entry) => entry.order)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await fs.readdir(at('data', 'backups'))).toHaveLength(20);
    expect(await modeOf(at('data'))).toBe(0o700);
    for (const name of await fs.readdir(at('data', 'backups')))
      expect(await modeOf(at('data', 'backups', name))).toBe(0o600);
    await openEntry(at('data'), {file: '/y', format: 'json', path: []}, bytes('z'), start + 31 * 86_400_000);
    expect((await listEntries(at('data'))).map((entry) => entry.file)).toEqual(['/y']);
  });

  test('clears kept bytes that no entry names and half-written files, once they are a minute old', async () => {
    await writePrivateFile(at('data', 'backups', 'gone-1.before'), 'a secret');
    await writePrivateFile(at('data', 'journal', 'damaged-1.json'), '{');
    await writePrivateFile(at('data', 'backups', 'damaged-1.before'), 'the way back');
    await fs.writeFile(at('data', 'journal', '.x.json.mcp-fix-0123456789ab.tmp'), 'half');
    const open = (now: number) =>
      openEntry(at('data'), {file: '/x', format: 'json', path: []}, {before: null, after: Buffer.from('n')}, now);
    const first = await open(Date.now());
    expect(await fs.readdir(at('data', 'backups'))).toContain('gone-1.before');
    const second = await open(Date.now() + 120_000);
    const kept = [first.id, second.id].flatMap((id) => [`${id}.after`, `${id}.before`]);
    expect((await fs.readdir(at('data', 'backups'))).sort()).toEqual([...kept, 'damaged-1.before'].sort());
    expect((await fs.readdir(at('data', 'journal'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('passes over damaged entries', async () => {
    const entry = await openEntry(at('data'), {file: '/x', format: 'json', path: []}, bytes('n'), 0);
    await fs.writeFile(at('data', 'journal', 'broken.json'), '{"schemaVersion":1,');
    await fs.writeFile(at('data', 'journal', 'other.json'), '[]');
    expect((await listEntries(at('data'))).map((one) => one.id)).toEqual([entry.id]);
    await dropEntry(at('data'), entry.id);
    expect(await fs.readdir(at('data', 'backups'))).toEqual([]);
  });
});

test('purge removes what is ours and nothing else', async () => {
  const host = {platform: 'linux', env: {}, home: folder} as const;
  const data = at('.local', 'share', 'mcp-fix');
  await openEntry(data, {file: '/x', format: 'json', path: []}, {before: null, after: Buffer.from('x')}, 0);
  await writePrivateFile(path.join(data, 'records', 'r.json'), '{}');
  await writePrivateFile(at('.config', 'mcp-fix', 'approvals.json'), '{}');
  await fs.writeFile(path.join(data, 'mine.txt'), 'keep');
  expect(await purge(host)).toHaveLength(4);
  expect(await fs.readdir(data)).toEqual(['mine.txt']);
  expect(await fs.readdir(at('.config'))).toEqual([]);
  expect(await purge(host)).toEqual([]);
});

test('temporary folders are private and can be removed', async () => {
  const made = await makeTempFolder('practice-', {platform: 'linux', env: {TMPDIR: folder}});
  expect(path.dirname(made)).toBe(folder);
  expect(await modeOf(made)).toBe(0o700);
  await writeNewFile(path.join(made, 'a', 'b.md'), 'text');
  expect(await modeOf(path.join(made, 'a', 'b.md'))).toBe(0o600);
  await removeFolder(made);
  expect(await fs.readdir(folder)).toEqual([]);
  await removeFolder(made);
});

test('a temporary folder is named after its purpose and lies where the system keeps them', async () => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) {
    const made = await makeTempFolder('a-b', {platform: 'linux', env: {[name]: folder}});
    expect(path.dirname(made)).toBe(folder);
    expect(path.basename(made)).toMatch(/^a-b-[A-Za-z0-9]{6}$/);
  }
  expect(path.basename(await makeTempFolder('x/c-', {platform: 'linux', env: {TMPDIR: folder}}))).toMatch(/^c-\w{6}$/);
});

test('a folder of ours is for its owner alone, whatever the umask', async () => {
  const before = process.umask(0o177);
  try {
    await writePrivateFile(at('own', 'a'), 'x');
  } finally {
    process.umask(before);
  }
  expect(await modeOf(at('own'))).toBe(0o700);
  expect(await modeOf(at('own', 'a'))).toBe(0o600);
});

test('a folder of ours that was there keeps its mode', async () => {
  await fs.mkdir(at('own'));
  await fs.chmod(at('own'), 0o755);
  await writePrivateFile(at('own', 'a'), 'x');
  expect(await modeOf(at('own'))).toBe(0o755);
  await removePrivateFile(at('own', 'a'));
  await removePrivateFile(at('own', 'a'));
  expect(await fs.readdir(at('own'))).toEqual([]);
});

test('a damaged file of ours is set aside under a free name', async () => {
  const names = new Set<string>();
  for (const text of ['one', 'two']) {
    await fs.writeFile(at('a.json'), text);
    const aside = await setAside(at('a.json'));
    expect(aside).toMatch(/a\.json\.damaged-[0-9a-f]{8}$/);
    expect(await fs.readFile(aside, 'utf8')).toBe(text);
    names.add(path.basename(aside));
  }
  expect((await fs.readdir(folder)).sort()).toEqual([...names].sort());
});

test('writeNewFile says why it cannot', async () => {
  await fs.mkdir(at('taken'));
  await expect(writeNewFile(at('taken'), 'x')).rejects.toThrow(/was not changed/);
});
