import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type CommandEvidence, seen} from '../../../src/model/evidence.ts';
import {look, type Setting} from './world.ts';

let home = '';
beforeEach(async () => {
  home = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'home-')));
});
afterEach(() => fs.rm(home, {recursive: true, force: true}));

/** Writes files below the home folder; a file that begins with '#!' may be run. */
const put = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(home, name);
    await fs.mkdir(path.dirname(file), {recursive: true});
    await fs.writeFile(file, text, {mode: text.startsWith('#!') ? 0o755 : 0o644});
  }
};

const at = (...parts: readonly string[]): string => path.join(home, ...parts);

const inHome = (setting: Setting = {}): Setting => ({
  timeoutMs: 1500,
  ...setting,
  host: {home, cwd: home, env: {HOME: home, PATH: `${at('bin')}:/usr/bin:/bin`}, ...setting.host},
});

const commandOf = async (
  command: string,
  args: readonly string[] = [],
  setting: Setting = {},
): Promise<CommandEvidence> => {
  const section = seen(await look(command, args, inHome(setting)), 'command');
  if (section === undefined) throw new Error('no evidence of the command');
  return section;
};

const EXITS = '#!/bin/sh\nexit 0\n';

describe('where a command is', () => {
  test('a command that is nowhere stops the ladder, and every later rung says so', async () => {
    const evidence = await look('no-such-program-here', [], inHome());
    expect(seen(evidence, 'command')).toMatchObject({resolved: null, look: null, elsewhere: [], nearNames: []});
    for (const rung of ['launch', 'handshake', 'tools'] as const) {
      expect(evidence[rung]).toEqual({skipped: 'the command was not found'});
    }
    expect(Object.keys(evidence)).not.toContain('network');
  });

  test('a folder of a version manager is known, with its owner and version, the newest first', async () => {
    await put({
      '.nvm/versions/node/v9.0.0/bin/notes-run': EXITS,
      '.nvm/versions/node/v22.1.0/bin/notes-run': EXITS,
      '.local/bin/notes-run': EXITS,
    });
    const {resolved, elsewhere} = await commandOf('notes-run');
    expect(resolved).toBeNull();
    expect(elsewhere.map(({owner, version, source}) => [owner, version, source])).toEqual([
      ['nvm', '22.1.0', 'known-folder'],
      ['nvm', '9.0.0', 'known-folder'],
      ['uv', null, 'known-folder'],
    ]);
  });

  test("the client's own PATH is searched, and the person's one is only told", async () => {
    await put({'.nvm/versions/node/v22.1.0/bin/notes-run': EXITS, 'bin/notes-run': EXITS});
    const nvm = at('.nvm/versions/node/v22.1.0/bin');
    const env = {HOME: home, PATH: `${nvm}:/usr/bin:/bin`};
    const shell = await commandOf('notes-run', [], {host: {env}});
    expect(shell).toMatchObject({resolved: path.join(nvm, 'notes-run'), path: {source: 'shell'}});
    const gui = await commandOf('notes-run', [], {host: {env}, rules: {pathSource: 'gui'}});
    expect(gui).toMatchObject({resolved: null, path: {source: 'gui'}});
    expect(gui.elsewhere[0]).toMatchObject({source: 'shell-path', owner: 'nvm'});
    const mac = await commandOf('notes-run', [], {host: {env, platform: 'darwin'}, rules: {pathSource: 'gui'}});
    expect(mac.path.folders.map(({folder}) => folder)).toEqual(['/usr/bin', '/bin', '/usr/sbin', '/sbin']);
    const own = await commandOf('notes-run', [], {host: {env}, launch: {env: {PATH: at('bin')}}});
    expect(own).toMatchObject({resolved: at('bin/notes-run'), path: {source: 'entry'}});
  });

  test('nearly equal names, nearest first; a plain other word is none', async () => {
    await put({
      'bin/notes-server': EXITS,
      'bin/python3': EXITS,
      'bin/unrelated': EXITS,
      'bin/notes-serves': 'no program',
    });
    expect((await commandOf('notes-sever')).nearNames.map((one) => one.path)).toEqual([at('bin/notes-server')]);
    const python = await commandOf('python', [], {host: {env: {HOME: home, PATH: at('bin')}}});
    expect(python.nearNames.map((one) => path.basename(one.path))).toContain('python3');
    expect((await commandOf('zzzz-other')).nearNames).toEqual([]);
  });

  test('one that was put somewhere by hand is found too; one that is elsewhere needs no near names', async () => {
    await put({'notes-tool/bin/notes-run': EXITS, 'bin/notes-runs': EXITS});
    const found = await commandOf('notes-run');
    expect(found.elsewhere).toMatchObject([{path: at('notes-tool/bin/notes-run'), owner: null}]);
    expect(found.nearNames).toEqual([]);
  });

  test('a program of the project is found in its own folders', async () => {
    await put({'node_modules/.bin/notes-run': EXITS, '.venv/bin/notes-py': EXITS});
    expect((await commandOf('notes-run')).elsewhere).toEqual([]);
    const project = {projectDir: home, file: at('.mcp.json')};
    const host = {home: '/nowhere', cwd: home};
    expect((await commandOf('notes-run', [], {entry: project, host})).elsewhere[0]).toMatchObject({
      source: 'project',
      owner: 'npm',
    });
    expect((await commandOf('notes-py', [], {entry: project, host})).elsewhere[0]).toMatchObject({owner: 'venv'});
  });
});

describe('what the file is like', () => {
  test('not executable, a folder, a broken link, nothing', async () => {
    await put({'plain.sh': 'echo', 'folder/x': ''});
    await fs.symlink(at('gone'), at('link'));
    const plain = await look(at('plain.sh'), [], inHome());
    expect(seen(plain, 'command')?.look).toMatchObject({kind: 'file', isExecutable: false, shebang: null});
    expect(seen(plain, 'launch')?.spawnError?.code).toBe('EACCES');
    const folder = await look(at('folder'), [], inHome());
    expect(seen(folder, 'command')?.look?.kind).toBe('folder');
    expect(folder.launch).toEqual({skipped: 'the command is a folder'});
    expect((await commandOf(at('link'))).look?.kind).toBe('link-broken');
    expect((await commandOf(at('nothing'))).look).toMatchObject({exists: false, kind: 'none'});
  });

  test.each([
    [
      '#!/usr/bin/env -S notes-node --flag\n',
      {interpreter: 'notes-node', interpreterFound: null, hasCarriageReturn: false},
    ],
    ['#!/bin/sh\r\necho\r\n', {interpreter: '/bin/sh', interpreterFound: '/bin/sh', hasCarriageReturn: true}],
    ['#!/opt/none/python\n', {interpreter: '/opt/none/python', interpreterFound: null, hasCarriageReturn: false}],
    ['#!/usr/bin/env sh\n', {interpreter: 'sh', hasCarriageReturn: false}],
  ])('the first line %j names who runs it', async (text, shebang) => {
    await put({'bin/run-notes': text});
    expect((await commandOf('run-notes')).look?.shebang).toMatchObject(shebang);
  });

  test('the working folder is looked at before the start', async () => {
    const evidence = await look('sh', [], inHome({launch: {cwd: at('missing')}}));
    expect(seen(evidence, 'command')?.cwd).toMatchObject({exists: false, isConfigured: true, path: at('missing')});
    expect(evidence.launch).toEqual({skipped: 'the working folder is not there'});
  });
});

describe('a command that is more than a command', () => {
  test('a whole command line gives its words; a path with a space that exists does not', async () => {
    const line = await commandOf('sh -c "echo \'a b\'" --flag');
    expect(line).toMatchObject({resolved: null, words: ['sh', '-c', "echo 'a b'", '--flag'], hasQuotes: true});
    expect(line.firstWordFound).toMatch(/\/sh$/);
    await put({'my tools/run': EXITS});
    expect(await commandOf(at('my tools/run'))).toMatchObject({words: null, resolved: at('my tools/run')});
  });

  test.each([
    ['cd /srv && node x.js', ['&&', 'cd']],
    ['node x.js 2>/dev/null | tee log', ['2>', '|']],
    ['TOKEN=x node y.js', ['TOKEN=']],
    ['node $(which x)', ['$(']],
  ])('%s holds shell syntax', async (command, signs) => {
    const found = (await commandOf(command)).shellSyntax;
    for (const sign of signs) expect(found).toContain(sign);
  });

  test('a shell that is asked to understand it is no trouble, nor is a tilde in an argument', async () => {
    expect((await commandOf('sh', ['-c', 'a && b'])).shellSyntax).toEqual([]);
    expect((await commandOf('node', ['x', '&&', 'y'])).shellSyntax).toEqual(['&&']);
    expect((await commandOf('~/bin/run')).hasTilde).toBe(true);
    expect((await commandOf('run', ['~/x'])).hasTilde).toBe(false);
  });
});

describe('what the arguments name', () => {
  test('a build output that is missing, with its source, its project and how it is built', async () => {
    await put({
      'work/package.json': JSON.stringify({
        name: 'notes',
        type: 'module',
        scripts: {build: 'tsc -p .'},
        dependencies: {x: '1'},
        engines: {node: '>=20'},
        bin: {'notes-mcp': 'dist/index.js'},
      }),
      'work/pnpm-lock.yaml': '',
      'work/src/index.ts': '',
    });
    const {pathArguments, project, runtime} = await commandOf('node', [
      '--no-warnings',
      '-r',
      'x',
      at('work/dist/index.js'),
      at('work'),
    ]);
    expect(pathArguments).toMatchObject([
      {index: 3, isScript: true, exists: false, isRelative: false, near: [at('work/src/index.ts')]},
      {index: 4, isScript: false, exists: true, kind: 'folder'},
    ]);
    expect(project).toMatchObject({
      dir: at('work'),
      name: 'notes',
      type: 'module',
      buildScript: 'build',
      buildCommand: 'pnpm run build',
      isInstalled: false,
      hasDependencies: true,
      enginesNode: '>=20',
      bins: ['notes-mcp'],
      packageManager: 'pnpm',
    });
    expect(runtime).toMatchObject({name: 'node', version: process.versions.node});
  });

  test('relative, tilde and quoted paths, with what they may have meant', async () => {
    await put({'work/server.js': '', 'notes/a.md': ''});
    const {pathArguments} = await commandOf('node', ['./server.js', '~/notes', `"${at('notes')}"`], {
      entry: {file: at('work/.mcp.json')},
    });
    expect(pathArguments).toMatchObject([
      {isScript: true, isRelative: true, exists: false, near: [at('work/server.js')]},
      {hasTilde: true, exists: false, near: [at('notes')]},
    ]);
  });

  test('module names, routes, addresses and the inside of an image are no paths', async () => {
    const args = ['-m', 'notes.server', '--path', '/mcp', 'https://x.example/y', '@scope/name', 'file:/x'];
    expect((await commandOf('python3', args)).pathArguments).toEqual([]);
    expect((await commandOf('docker', ['run', '-v', '/none/a:/b', 'acme/notes', '/app/x'])).pathArguments).toEqual([]);
  });

  test('the version of a runtime is asked, and other copies of it are told', async () => {
    await put({
      'bin/python3': '#!/bin/sh\necho "Python 3.8.1"\n',
      '.pyenv/versions/3.12.4/bin/python3': EXITS,
      'work/pyproject.toml':
        '[project]\nname = "notes"\nrequires-python = ">=3.10"\ndependencies = ["mcp"]\n[project.scripts]\nnotes-mcp = "notes:main"\n',
      'work/server.py': '',
    });
    const {runtime, otherRuntimes, project} = await commandOf('python3', [at('work/server.py')]);
    expect(runtime).toEqual({name: 'python', path: at('bin/python3'), version: '3.8.1'});
    expect(otherRuntimes).toContainEqual({
      path: at('.pyenv/versions/3.12.4/bin/python3'),
      source: 'known-folder',
      owner: 'pyenv',
      version: '3.12.4',
    });
    expect(project).toMatchObject({requiresPython: '>=3.10', bins: ['notes-mcp'], isInstalled: false});
  });

  test('a local package tells its executables without the network', async () => {
    await put({
      'pkg/package.json': JSON.stringify({name: 'notes-pkg', bin: {one: 'a.js', two: 'b.js'}, engines: {node: '>=99'}}),
      'bin/npx': EXITS,
    });
    const found = (await commandOf('npx', ['-y', `file:${at('pkg')}`])).package;
    expect(found).toMatchObject({
      runner: 'npx',
      isLocal: true,
      bins: ['one', 'two'],
      enginesNode: '>=99',
      argIndex: 1,
      name: 'notes-pkg',
    });
  });
});
