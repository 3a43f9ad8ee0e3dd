import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {CLIENT_PROGRAMS} from '../../src/clients/client-programs.ts';
import {clientVersions} from '../../src/clients/client-versions.ts';
import type {Disk} from '../../src/clients/disk.ts';
import {CLIENTS} from '../../src/clients/index.ts';
import type {Host} from '../../src/model/host.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {testHost} from '../servers/http-entry.ts';

const filesOf = (...ids: readonly string[]) => ids.map((client) => ({client, exists: true}));

/** A home whose PATH holds one program: a link to `target`, below an npm prefix. */
const installed = (name: string, target: string, manifest: object | string | null) => {
  const world = tempHome();
  const real = world.write(`home/npm/${target}`, '#!/bin/sh\ntouch started\n', 0o755);
  if (manifest !== null) world.write('home/npm/lib/node_modules/@anthropic-ai/claude-code/package.json', manifest);
  const bin = path.join(world.home, 'npm/bin');
  fs.mkdirSync(bin, {recursive: true});
  fs.symlinkSync(real, path.join(bin, name));
  const host: Host = {...testHost(), platform: 'linux', home: world.home, cwd: world.project, env: {PATH: bin}};
  return {world, host};
};

const NPM = 'lib/node_modules/@anthropic-ai/claude-code';
const claude = {name: '@anthropic-ai/claude-code', version: '2.0.14'};

describe('the version of a client, without starting it', () => {
  test.each([`${NPM}/cli.js`, `${NPM}/dist/bin/cli.js`])('from the package behind the link %s', async (target) => {
    const {host, world} = installed('claude', target, claude);
    expect([...(await clientVersions(host, filesOf('claude-code')))]).toEqual([['claude-code', '2.0.14']]);
    expect(fs.existsSync(path.join(world.project, 'started'))).toBe(false);
  });

  test.each([
    ['another package', {name: 'claude', version: '9.9.9'}],
    ['a version that is none', {...claude, version: 'rm -rf / \u001b[31m'}],
    ['no version', {name: claude.name}],
    ['no JSON', '{"name"'],
    ['a list', '[]'],
    ['too large', JSON.stringify({...claude, readme: 'x'.repeat(1024 * 1024)})],
    ['nothing', null],
  ])('%s tells nothing', async (_what, manifest) => {
    const {host} = installed('claude', `${NPM}/cli.js`, manifest);
    expect((await clientVersions(host, filesOf('claude-code'))).size).toBe(0);
  });

  test.each([
    ['share/claude/versions/2.0.15', '2.0.15'],
    ['Caskroom/claude-code/2.1.0/claude', '2.1.0'],
    ['Cellar/node/22.1.0/lib/node_modules/odd/claude', undefined],
    ['.nvm/versions/node/22.1.0/bin/claude', undefined],
    ['share/claude/versions/latest', undefined],
  ])('%s', async (target, version) => {
    const {host} = installed('claude', target, null);
    expect((await clientVersions(host, filesOf('claude-code'))).get('claude-code')).toBe(version);
  });

  test('of a client without a file, of one that is not installed and of one that nobody knows: nothing', async () => {
    const {host} = installed('claude', `${NPM}/cli.js`, claude);
    const versions = await clientVersions(host, [
      {client: 'claude-code', exists: false},
      ...filesOf('codex', 'constructor', 'nobody'),
    ]);
    expect(versions.size).toBe(0);
  });

  test('a script of npm on Windows: the package beside it', async () => {
    const host: Host = {
      ...testHost(),
      platform: 'win32',
      home: 'C:\\Users\\a',
      env: {Path: 'C:\\npm', PATHEXT: '.CMD'},
    };
    const disk = diskOf({
      'C:\\npm\\claude.CMD': '@node',
      'C:\\npm\\node_modules\\@anthropic-ai\\claude-code\\package.json': JSON.stringify(claude),
    });
    expect((await clientVersions(host, filesOf('claude-code'), disk)).get('claude-code')).toBe('2.0.14');
  });
});

/** A disk of another system; what is not in it is missing. */
const diskOf = (files: Readonly<Record<string, string>>): Disk => ({
  list: async () => [],
  status: async (file) =>
    Object.hasOwn(files, file)
      ? {exists: true, kind: 'file', isExecutable: true, isReadable: true, bytes: 1, mode: 0o755, realPath: file}
      : {exists: false, kind: 'none', isExecutable: false, isReadable: false, bytes: 0, mode: 0, realPath: null},
  read: async (file) => {
    const text = files[file];
    return text === undefined
      ? {kind: 'missing'}
      : {kind: 'bytes', bytes: Buffer.from(text), realPath: file, mode: 0o644, mtimeMs: 0};
  },
});

const plist = (version: string): string =>
  `<plist><dict><key>CFBundleName</key><string>X</string>\n<key>CFBundleShortVersionString</key>\n\t<string>${version}</string></dict></plist>`;

describe('the version of a desktop program', () => {
  const mac: Host = {...testHost(), platform: 'darwin', home: '/Users/a', env: {PATH: '/usr/bin'}};

  test('macOS: Info.plist, of all users or of this one', async () => {
    const disk = diskOf({
      '/Applications/Cursor.app/Contents/Info.plist': plist('1.7.44'),
      '/Users/a/Applications/Claude.app/Contents/Info.plist': plist('0.13.64'),
      '/Applications/Zed.app/Contents/Info.plist': 'bplist00\u0000\u0001',
      '/Applications/Warp.app/Contents/Info.plist': plist('<![CDATA[x]]>'),
    });
    const versions = await clientVersions(mac, filesOf('cursor', 'claude-desktop', 'zed', 'warp', 'vscode'), disk);
    expect([...versions]).toEqual([
      ['cursor', '1.7.44'],
      ['claude-desktop', '0.13.64'],
    ]);
  });

  test('Linux and Windows: package.json of the program', async () => {
    const linux: Host = {...mac, platform: 'linux', home: '/home/a'};
    const code = JSON.stringify({name: 'Code', version: '1.105.1'});
    expect(
      (
        await clientVersions(linux, filesOf('vscode'), diskOf({'/usr/share/code/resources/app/package.json': code}))
      ).get('vscode'),
    ).toBe('1.105.1');
    const windows: Host = {...mac, platform: 'win32', home: 'C:\\Users\\a', env: {LocalAppData: 'C:\\L'}};
    const there = diskOf({'C:\\L\\Programs\\Microsoft VS Code\\resources\\app\\package.json': code});
    expect((await clientVersions(windows, filesOf('vscode', 'cursor'), there)).get('vscode')).toBe('1.105.1');
    expect((await clientVersions({...windows, env: {}}, filesOf('vscode'), there)).size).toBe(0);
  });

  test('the table names clients that there are', () => {
    const ids = CLIENTS.map(({id}) => id);
    expect(Object.keys(CLIENT_PROGRAMS).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
