import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {removeFileSafely, sha256, withLock, writeFileSafely, writeNewFile} from '../../src/files/index.ts';
import {whyNotWritten} from '../../src/files/why-not-written.ts';

/** What the disk does wrong, by the name of the call. */
const faults = vi.hoisted(() => ({
  readsBack: null as string | null,
  writesOnly: null as number | null,
  sync: null as string | null,
  close: [] as string[],
  chowned: [] as string[],
  chmod: null as string | null,
  owner: null as {readonly uid: number; readonly gid: number} | null,
  mkdir: null as string | null,
  rename: null as string | null,
  lockIsGone: 0,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failing = (code: string): Error => Object.assign(new Error(code), {code});
  const changed = {
    ...real,
    readFile: async (...args: Parameters<typeof real.readFile>) =>
      faults.readsBack !== null && String(args[0]).endsWith('.tmp')
        ? Buffer.from(faults.readsBack)
        : real.readFile(...args),
    mkdir: async (...args: Parameters<typeof real.mkdir>) => {
      if (faults.mkdir !== null && String(args[0]).endsWith('.lock')) throw failing(faults.mkdir);
      return real.mkdir(...args);
    },
    stat: async (...args: Parameters<typeof real.stat>) => {
      if (faults.lockIsGone > 0 && String(args[0]).endsWith('.lock')) {
        faults.lockIsGone -= 1;
        await real.rm(String(args[0]));
      }
      return real.stat(...args);
    },
    rename: async (...args: Parameters<typeof real.rename>) => {
      if (faults.rename !== null) throw failing(faults.rename);
      return real.rename(...args);
    },
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      const isFolder = (await handle.stat()).isDirectory();
      return new Proxy(handle, {
        get: (target, name) => {
          if (name === 'sync' && isFolder && faults.sync !== null)
            return () => Promise.reject(failing(String(faults.sync)));
          if (name === 'chmod' && faults.chmod !== null) return () => Promise.reject(failing(String(faults.chmod)));
          if (name === 'close' && isFolder) faults.close.push('folder');
          if (name === 'write' && faults.writesOnly !== null) {
            const most = faults.writesOnly;
            return (bytes: Buffer, from: number, length: number, at: number) =>
              most === 0 ? Promise.resolve({bytesWritten: 0}) : target.write(bytes, from, Math.min(most, length), at);
          }
          if (name === 'stat' && faults.owner !== null)
            return async () => Object.assign(await target.stat(), faults.owner);
          if (name === 'chown')
            return (uid: number, gid: number) => {
              faults.chowned.push(`${uid} ${gid}`);
              return Promise.resolve();
            };
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
  return {...changed, default: real};
});

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-failing-')));
});
afterEach(async () => {
  Object.assign(faults, {readsBack: null, writesOnly: null, sync: null, close: [], chowned: [], owner: null});
  Object.assign(faults, {mkdir: null, rename: null, chmod: null, lockIsGone: 0});
  await fs.rm(folder, {recursive: true, force: true});
});
const at = (name: string): string => path.join(folder, name);
const uid = process.getuid?.() ?? null;
const write = async (text: string): ReturnType<typeof writeFileSafely> =>
  writeFileSafely(at('a'), Buffer.from(text), {expected: sha256(Buffer.from('old')), newMode: 0o600, uid});
const stillOld = async (): Promise<void> => {
  expect(await fs.readFile(at('a'), 'utf8')).toBe('old');
  expect(await fs.readdir(folder)).toEqual(['a']);
};

describe('a disk that does not keep its word', () => {
  beforeEach(() => fs.writeFile(at('a'), 'old', {mode: 0o600}));

  test('what does not read back is not put in place', async () => {
    faults.readsBack = 'something else';
    await expect(write('new')).rejects.toThrow(/the disk did not keep what was written/);
    await stillOld();
  });

  test('a write that writes nothing is a full disk, and one that writes little goes on', async () => {
    faults.writesOnly = 0;
    await expect(write('new')).rejects.toThrow(/the disk is full/);
    await stillOld();
    faults.writesOnly = 3;
    expect(await write('a longer text')).toEqual({kind: 'written', warnings: []});
    expect(await fs.readFile(at('a'), 'utf8')).toBe('a longer text');
  });

  test.each(['EISDIR', 'EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EBADF'])(
    'a folder that knows no sync (%s) is no trouble',
    async (code) => {
      faults.sync = code;
      expect(await write('new')).toEqual({kind: 'written', warnings: []});
    },
  );

  test('a folder whose sync fails is told, and closed again', async () => {
    faults.sync = 'EIO';
    const outcome = await write('new');
    expect(outcome).toMatchObject({kind: 'written', warnings: [expect.stringMatching(/could not confirm.*\(EIO\)/)]});
    expect(await fs.readFile(at('a'), 'utf8')).toBe('new');
    expect(faults.close).toContain('folder');
  });

  test('a disk that knows no modes is asked for none, unless the mode would be another', async () => {
    faults.chmod = 'ENOTSUP';
    expect(await write('new')).toEqual({kind: 'written', warnings: []});
    expect(await fs.readFile(at('a'), 'utf8')).toBe('new');
    await fs.writeFile(at('a'), 'old');
    await fs.chmod(at('a'), 0o640);
    await expect(write('new')).rejects.toThrow(/ENOTSUP/);
    await stillOld();
    expect(await fs.readdir(folder)).toEqual(['a']);
  });

  test('the owner is given back only where it would be another', async () => {
    const {uid: mine, gid} = await fs.stat(at('a'));
    await write('new');
    expect(faults.chowned).toEqual([]);
    for (const owner of [
      {uid: mine + 1, gid},
      {uid: mine, gid: gid + 1},
    ]) {
      await fs.writeFile(at('a'), 'old');
      faults.owner = owner;
      faults.chowned = [];
      await write('new');
      expect(faults.chowned).toEqual([`${mine} ${gid}`]);
    }
  });

  test('a rename that fails leaves the old file of ours and nothing beside', async () => {
    faults.rename = 'EIO';
    await expect(writeNewFile(at('a'), 'new')).rejects.toThrow(/did not keep/);
    await stillOld();
  });
});

describe('a lock that cannot be', () => {
  const now = (): number => Date.now();

  test('is told with the reason', async () => {
    faults.mkdir = 'EROFS';
    await expect(withLock(at('a'), {now}, async () => 1)).rejects.toThrow(/read-only file system/);
  });

  test('cannot be moved aside', async () => {
    await fs.writeFile(at('a.lock'), '');
    faults.rename = 'EACCES';
    const later = (): number => Date.now() + 60_000;
    await expect(withLock(at('a'), {now: later}, async () => 1)).rejects.toThrow(/not allowed to write/);
    expect(await fs.readdir(folder)).toEqual(['a.lock']);
  });

  test('was moved aside by somebody faster: it waits for that one', async () => {
    await fs.writeFile(at('a.lock'), '');
    faults.rename = 'ENOENT';
    let looks = 0;
    const later = (): number => {
      looks += 1;
      // By the second look the other one has renewed it.
      return looks > 1 ? Date.now() : Date.now() + 60_000;
    };
    await expect(withLock(at('a'), {now: later, waitMs: 100}, async () => 1)).rejects.toThrow(/Another program/);
    expect(looks).toBeGreaterThan(2);
  });

  test('that goes between two looks is taken', async () => {
    await fs.writeFile(at('a.lock'), '');
    faults.lockIsGone = 1;
    expect(await withLock(at('a'), {now, waitMs: 200}, async () => 1)).toBe(1);
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test('is entered by its owner alone, and is old only after its time', async () => {
    const {mode} = await withLock(at('a'), {now}, () => fs.stat(at('a.lock')));
    expect(mode & 0o777).toBe(0o700);
    await fs.writeFile(at('a.lock'), '');
    const {mtimeMs} = await fs.stat(at('a.lock'));
    const exactly = (): number => mtimeMs + 1000;
    await expect(withLock(at('a'), {now: exactly, waitMs: 80, staleMs: 1000}, async () => 1)).rejects.toThrow();
    const after = (): number => mtimeMs + 1001;
    expect(await withLock(at('a'), {now: after, waitMs: 80, staleMs: 1000}, async () => 1)).toBe(1);
  });
});

describe('removing a file', () => {
  const old = sha256(Buffer.from('old'));

  test('happens to the bytes that were meant and to no others', async () => {
    await fs.writeFile(at('a'), 'newer');
    await expect(removeFileSafely(at('a'), old)).rejects.toThrow(/was written just now/);
    expect(await fs.readFile(at('a'), 'utf8')).toBe('newer');
    await fs.writeFile(at('a'), 'old');
    await removeFileSafely(at('a'), old);
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test('a file that is gone, and what is no file, is told', async () => {
    await expect(removeFileSafely(at('a'), old)).rejects.toThrow(/was written just now/);
    await fs.mkdir(at('b'));
    await expect(removeFileSafely(at('b'), old)).rejects.toThrow(/was not changed: the system answers EISDIR/);
  });
});

test.each([
  ['EROFS', /read-only file system/],
  ['EFBIG', /larger than you are allowed/],
  ['EDQUOT', /quota/],
  ['EBUSY', /in use/],
  ['EXDEV', /mounted from elsewhere/],
  ['EMFILE', /too many files/],
  ['ENOENT', /folder does not exist/],
  ['ENOTDIR', /is a file, not a folder/],
  ['ENAMETOOLONG', /too long/],
  ['ELOOP', /circle/],
  ['EODD', /the system answers EODD/],
])('%s is told with what to do', (code, words) => {
  expect(whyNotWritten('/x', code)).toMatch(words);
  expect(whyNotWritten('/x', code)).toMatch(/^\/x was not changed: .*\.$/);
});
