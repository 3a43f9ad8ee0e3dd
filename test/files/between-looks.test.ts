import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {makeTempFolder, sha256, writeFileSafely, writePrivateFile} from '../../src/files/index.ts';

/** What other programs and the system do between two calls of ours. */
const world = vi.hoisted(() => ({
  sep: null as string | null,
  afterRead: null as ((file: string) => void) | null,
  renames: [] as (string | null)[],
  renamed: 0,
  madeIn: null as string | null,
  closed: [] as string[],
  opens: null as string | null,
  status: null as string | null,
  waits: [] as number[],
}));
const failing = vi.hoisted(
  () =>
    (code: string): Error =>
      Object.assign(new Error(code), {code}),
);

vi.mock('node:path', async (original) => {
  const real = await original<{default: typeof import('node:path')}>();
  const changed = new Proxy(real.default, {
    get: (target, name): unknown => (name === 'sep' && world.sep !== null ? world.sep : Reflect.get(target, name)),
  });
  return {...real, default: changed};
});

vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    world.waits.push(ms);
  },
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    readFileSync: (...args: Parameters<typeof real.readFileSync>) => {
      const bytes = real.readFileSync(...args);
      world.afterRead?.(String(args[0]));
      return bytes;
    },
    renameSync: (...args: Parameters<typeof real.renameSync>) => {
      world.renamed += 1;
      const code = world.renames.shift() ?? null;
      if (code !== null) throw failing(code);
      real.renameSync(...args);
    },
  };
});

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const changed = {
    ...real,
    mkdtemp: async (prefix: string) => {
      world.madeIn = prefix;
      return world.sep === null ? real.mkdtemp(prefix) : `${prefix}made`;
    },
    stat: async (...args: Parameters<typeof real.stat>) => {
      if (world.status !== null) throw failing(world.status);
      return real.stat(...args);
    },
    open: async (...args: Parameters<typeof real.open>) => {
      world.closed.push(`open ${String(args[1])}`);
      if (world.opens !== null && args[1] === 'r+') throw failing(world.opens);
      return real.open(...args);
    },
  };
  return {...changed, default: real};
});

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-between-')));
  await fs.writeFile(at('a'), 'old', {mode: 0o600});
});
afterEach(async () => {
  Object.assign(world, {sep: null, afterRead: null, renames: [], renamed: 0, madeIn: null, opens: null, status: null});
  Object.assign(world, {closed: [], waits: []});
  await fs.rm(folder, {recursive: true, force: true});
});
const at = (name: string): string => path.join(folder, name);
const uid = process.getuid?.() ?? null;
const write = (own: {uid?: number | null; expected?: string | null} = {}): ReturnType<typeof writeFileSafely> =>
  writeFileSafely(at('a'), Buffer.from('new'), {expected: sha256('old'), newMode: 0o600, uid, ...own});
const textIs = async (text: string): Promise<void> => {
  expect(await fs.readFile(at('a'), 'utf8')).toBe(text);
  expect(await fs.readdir(folder)).toEqual(['a']);
};

describe('another program writes between the last look and the rename', () => {
  test('its bytes stay, though those that were looked at are the expected ones', async () => {
    const {writeFileSync} = await vi.importActual<typeof import('node:fs')>('node:fs');
    let looks = 0;
    world.afterRead = (file) => {
      looks += 1;
      writeFileSync(file, 'theirs');
    };
    expect(await write()).toEqual({kind: 'changed'});
    expect(looks).toBe(1);
    expect(world.renamed).toBe(0);
    await textIs('theirs');
  });
});

describe('a file that somebody holds open on Windows', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s is waited for', async (code) => {
    world.sep = '\\';
    world.renames = [code, code];
    expect(await write()).toEqual({kind: 'written', warnings: []});
    expect(world.renamed).toBe(3);
    await textIs('new');
  });

  test('for two seconds and no longer', async () => {
    world.sep = '\\';
    world.renames = Array.from({length: 40}, () => 'EBUSY');
    await expect(write()).rejects.toThrow(/mounted or in use/);
    expect(world.renamed).toBe(21);
    expect(world.waits).toEqual(Array.from({length: 20}, () => 100));
    await textIs('old');
  });

  test('another failure is told at once, there and elsewhere', async () => {
    world.sep = '\\';
    world.renames = ['EIO'];
    await expect(write()).rejects.toThrow(/did not keep/);
    world.sep = null;
    for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
      world.renames = [code];
      await expect(write()).rejects.toThrow(/was not changed/);
    }
    expect(world.renamed).toBe(4);
    await textIs('old');
  });
});

describe('before anything is made', () => {
  test.each([
    ['EROFS', /read-only file system/],
    ['EPERM', /immutable/],
  ])('a file that cannot be opened for writing (%s) is told', async (code, words) => {
    world.opens = code;
    await expect(write()).rejects.toThrow(words);
    expect(world.closed).toEqual(['open r+']);
    await textIs('old');
  });

  test('a file that cannot be looked at is told, not taken for a new one', async () => {
    world.status = 'EACCES';
    await expect(write()).rejects.toThrow(/not allowed to write there/);
    expect(world.closed).toEqual([]);
  });

  test('where nobody knows who runs us, the owner is not asked', async () => {
    expect(await write({uid: null})).toEqual({kind: 'written', warnings: []});
    await textIs('new');
  });
});

test('a file of ours stands on the disk with the folder that names it', async () => {
  await writePrivateFile(at('a'), 'new');
  expect(world.closed).toEqual(['open wx', 'open r']);
  await textIs('new');
});

test('a temporary folder lies where the system keeps them when nothing says otherwise', async () => {
  await fs.rm(await makeTempFolder('a'), {recursive: true});
  expect(world.madeIn).toMatch(/^\/tmp\/a-$/);
  const nothing = {platform: 'linux', env: {}} as const;
  await fs.rm(await makeTempFolder('a', nothing), {recursive: true});
  expect(world.madeIn).toBe('/tmp/a-');
  world.sep = '\\';
  await makeTempFolder('a');
  expect(world.madeIn).toContain('C:\\Windows\\Temp');
});
