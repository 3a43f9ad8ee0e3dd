import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {withLock} from '../../src/files/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-lock-')));
});
afterEach(() => fs.rm(folder, {recursive: true, force: true}));
const at = (...names: readonly string[]): string => path.join(folder, ...names);

describe('withLock', () => {
  const now = (): number => Date.now();

  test('two at once run one after the other', async () => {
    const file = at('file');
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} in`);
      await fs.writeFile(file, name);
      seen.push(`${name} out`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => withLock(file, {now}, work(name))));
    for (let i = 0; i < seen.length; i += 2) expect(seen[i]?.[0]).toBe(seen[i + 1]?.[0]);
    expect(await fs.readdir(folder)).toEqual(['file']);
  });

  test('honours a lock that is a file, and one that is a folder, and gives up in time', async () => {
    await fs.writeFile(at('a.lock'), '');
    await fs.mkdir(at('b.lock'));
    for (const name of ['a', 'b']) {
      await expect(withLock(at(name), {now, waitMs: 80}, async () => 1)).rejects.toThrow(/Another program is writing/);
    }
    expect((await fs.readdir(folder)).sort()).toEqual(['a.lock', 'b.lock']);
  });

  test('takes over a lock that nobody renews', async () => {
    await fs.writeFile(at('a.lock'), '');
    const later = (): number => Date.now() + 60_000;
    expect(await withLock(at('a'), {now: later, waitMs: 80}, async () => 'done')).toBe('done');
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test('waits for a lock as long as it was told, and takes it when it is free', async () => {
    await fs.mkdir(at('a.lock'));
    let looks = 0;
    const counted = (): number => {
      looks += 1;
      return Date.now();
    };
    // The other program lets go after a while.
    const freed = new Promise((resolve) => setTimeout(() => resolve(fs.rmdir(at('a.lock'))), 150));
    expect(await withLock(at('a'), {now: counted, waitMs: 4000}, async () => 'done')).toBe('done');
    await freed;
    // A pause between two looks: no more than a few of them.
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(10);
  });

  test('takes over one that is a folder with something in it, too', async () => {
    await fs.mkdir(at('a.lock'));
    await fs.writeFile(at('a.lock', 'who'), '1');
    const later = (): number => Date.now() + 60_000;
    expect(await withLock(at('a'), {now: later, waitMs: 80}, async () => 'done')).toBe('done');
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test('lets go when the work fails', async () => {
    await expect(withLock(at('a'), {now}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await fs.readdir(folder)).toEqual([]);
  });
});
