import {execFileSync} from 'node:child_process';
import {appendFileSync, writeFileSync} from 'node:fs';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {dataFolders} from '../../src/files/data-folders.ts';
import {fileStatus} from '../../src/files/file-status.ts';
import {listFolder} from '../../src/files/list-folder.ts';
import {type ReadResult, readFileBounded} from '../../src/files/read-file-bounded.ts';
import {readSettled} from '../../src/files/read-settled.ts';

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-files-')));
});
afterEach(() => fs.rm(folder, {recursive: true, force: true}));
const at = (...names: readonly string[]): string => path.join(folder, ...names);

describe('readFileBounded', () => {
  test('gives bytes, mode and the real path behind a link', async () => {
    await fs.writeFile(at('real.json'), '{"a":1}', {mode: 0o600});
    await fs.symlink('real.json', at('link.json'));
    const read = await readFileBounded(at('link.json'));
    expect(read).toMatchObject({kind: 'bytes', realPath: at('real.json'), mode: 0o600});
    expect(read.kind === 'bytes' && read.bytes.toString()).toBe('{"a":1}');
  });

  test('tells apart what is not there and what cannot be read', async () => {
    await fs.mkdir(at('folder'));
    await fs.symlink('nowhere', at('dangling'));
    await fs.symlink('loop', at('loop'));
    execFileSync('mkfifo', [at('pipe')]);
    expect(await readFileBounded(at('none'))).toEqual({kind: 'missing'});
    expect(await readFileBounded(at('none', 'below'))).toEqual({kind: 'missing'});
    expect(await readFileBounded(at('dangling'))).toEqual({kind: 'missing'});
    expect(await readFileBounded(at('folder'))).toEqual({kind: 'unreadable', code: 'EISDIR'});
    expect(await readFileBounded(at('loop'))).toEqual({kind: 'unreadable', code: 'ELOOP'});
    expect(await readFileBounded(at('pipe'))).toEqual({kind: 'unreadable', code: 'not-a-file'});
    expect((await readFileBounded(at('a\u0000b'))).kind).toBe('unreadable');
  });

  test('sees a socket as no file', async () => {
    const server = net.createServer().listen(at('socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await readFileBounded(at('socket'))).toEqual({kind: 'unreadable', code: 'not-a-file'});
    await new Promise((resolve) => server.close(resolve));
  });

  test('stops at the limit, and not a byte before it', async () => {
    await fs.writeFile(at('ten'), '0123456789');
    expect(await readFileBounded(at('ten'), {maxBytes: 9})).toEqual({kind: 'unreadable', code: 'too-large'});
    expect((await readFileBounded(at('ten'), {maxBytes: 10})).kind).toBe('bytes');
    await fs.writeFile(at('empty'), '');
    const empty = await readFileBounded(at('empty'), {maxBytes: 0});
    expect(empty.kind === 'bytes' && empty.bytes.length).toBe(0);
  });

  test('a file without any permission is refused, save to the superuser', async () => {
    await fs.writeFile(at('secret'), 'x', {mode: 0o000});
    const read = await readFileBounded(at('secret'));
    expect(read.kind === 'unreadable' ? read.code : read.kind).toBe(process.getuid?.() === 0 ? 'bytes' : 'EACCES');
  });
});

describe('fileStatus', () => {
  test('looks at files, folders, links and nothing', async () => {
    await fs.writeFile(at('run'), '#!/bin/sh\n', {mode: 0o755});
    await fs.writeFile(at('plain'), 'abc', {mode: 0o644});
    await fs.symlink('run', at('link'));
    await fs.symlink('nowhere', at('dangling'));
    await fs.symlink('loop', at('loop'));
    expect(await fileStatus(at('run'))).toMatchObject({exists: true, kind: 'file', isExecutable: true, mode: 0o755});
    expect(await fileStatus(at('plain'))).toMatchObject({
      kind: 'file',
      isExecutable: false,
      isReadable: true,
      bytes: 3,
    });
    expect(await fileStatus(at('link'))).toMatchObject({kind: 'file', realPath: at('run')});
    expect(await fileStatus(at('dangling'))).toMatchObject({exists: true, kind: 'link-broken', realPath: null});
    expect(await fileStatus(at('loop'))).toMatchObject({exists: true, kind: 'link-broken'});
    expect(await fileStatus(folder)).toMatchObject({kind: 'folder', isExecutable: true});
    expect(await fileStatus(at('none'))).toMatchObject({exists: false, kind: 'none'});
    expect(await fileStatus(at('plain', 'below'))).toMatchObject({exists: false, kind: 'none'});
  });
});

test('listFolder sorts, follows links and is empty where there is no folder', async () => {
  await fs.mkdir(at('b'));
  await fs.writeFile(at('a'), '');
  await fs.symlink('b', at('c'));
  await fs.symlink('nowhere', at('d'));
  expect(await listFolder(folder)).toEqual([
    {name: 'a', isFolder: false, isFile: true},
    {name: 'b', isFolder: true, isFile: false},
    {name: 'c', isFolder: true, isFile: false},
    {name: 'd', isFolder: false, isFile: false},
  ]);
  expect(await listFolder(at('none'))).toEqual([]);
  expect(await listFolder(at('a'))).toEqual([]);
});

describe('dataFolders', () => {
  test('follows each platform', () => {
    expect(dataFolders({platform: 'linux', env: {}, home: '/home/x'})).toEqual({
      data: '/home/x/.local/share/mcp-fix',
      config: '/home/x/.config/mcp-fix',
    });
    expect(dataFolders({platform: 'linux', env: {XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: 'rel'}, home: '/h'})).toEqual({
      data: '/d/mcp-fix',
      config: '/h/.config/mcp-fix',
    });
    expect(dataFolders({platform: 'darwin', env: {XDG_DATA_HOME: '/d'}, home: '/Users/x'})?.data).toBe(
      '/Users/x/Library/Application Support/mcp-fix',
    );
    expect(dataFolders({platform: 'win32', env: {LocalAppData: 'D:\\L'}, home: 'C:\\Users\\x'})).toEqual({
      data: 'D:\\L\\mcp-fix',
      config: 'C:\\Users\\x\\AppData\\Roaming\\mcp-fix',
    });
  });

  test('a machine without a home has none', () => {
    expect(dataFolders({platform: 'linux', env: {}, home: null})).toBeNull();
    expect(dataFolders({platform: 'darwin', env: {}, home: null})).toBeNull();
    expect(dataFolders({platform: 'linux', env: {XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c'}, home: null})).toEqual({
      data: '/d/mcp-fix',
      config: '/c/mcp-fix',
    });
  });
});

describe('a file that is about to be changed', () => {
  const text = (read: ReadResult): string | null => (read.kind === 'bytes' ? read.bytes.toString() : null);

  test('that was just emptied is waited for', async () => {
    const file = at('emptied.json');
    await fs.writeFile(file, '');
    let asked = 0;
    const read = readSettled(file, () => {
      // Its writer comes to its turn between two looks.
      asked += 1;
      if (asked === 3) writeFileSync(file, '{"all": "of it"}');
      return Date.now();
    });
    expect(text(await read)).toBe('{"all": "of it"}');
  });

  test('that was just written is read until it stays the same', async () => {
    const file = at('half.toml');
    await fs.writeFile(file, 'a = 1\n');
    let asked = 0;
    const read = readSettled(file, () => {
      asked += 1;
      if (asked < 4) appendFileSync(file, `b${asked} = 1\n`);
      return Date.now();
    });
    expect(text(await read)).toBe('a = 1\nb1 = 1\nb2 = 1\nb3 = 1\n');
  });

  test.each(['', '{}'])('that was written long ago is read once, empty or not: %j', async (content) => {
    const file = at('old.json');
    await fs.writeFile(file, content);
    await fs.utimes(file, 1e9, 1e9);
    let asked = 0;
    const now = (): number => {
      asked += 1;
      return Date.now();
    };
    expect(text(await readSettled(file, now))).toBe(content);
    expect(asked).toBe(1);
    expect((await readSettled(at('none'), now)).kind).toBe('missing');
  });
});
