import {describe, expect, test} from 'vitest';
import {readPs} from '../../../src/probes/process/find-run.ts';
import {spawnLineOf} from '../../../src/probes/process/windows-command.ts';
import {scriptPlace} from '../../../src/probes/stdio/command/arguments-layout.ts';
import {shellSyntaxIn, unwrapped, wordsOf} from '../../../src/probes/stdio/command/command-words.ts';
import {versionInPath} from '../../../src/probes/stdio/command/known-folders.ts';
import {nameAndVersion, nearKnown} from '../../../src/probes/stdio/command/package-look.ts';
import {runnerCall} from '../../../src/probes/stdio/command/runner-call.ts';
import {environmentOf} from '../../../src/probes/stdio/environment.ts';
import {realHost} from './world.ts';

describe('words', () => {
  test.each([
    ['node a.js', ['node', 'a.js']],
    ['  "C:\\Program Files\\node" x ', ['C:\\Program Files\\node', 'x']],
    ["sh -c 'a b' ''", ['sh', '-c', 'a b', '']],
    ['a\\ b "c\\"d"', ['a b', 'c"d']],
    ['', []],
  ])('%j', (line, words) => expect(wordsOf(line)).toEqual(words));

  test('quoted signs are no shell syntax, nor is a semicolon inside a word', () => {
    expect(shellSyntaxIn('run "a && b | c"', [])).toEqual([]);
    expect(shellSyntaxIn('C:\\a;b\\run.exe', [])).toEqual([]);
    expect(shellSyntaxIn('/opt/a&b/run', ['--x=1|2'])).toEqual([]);
  });

  test('wrappers are looked through', () => {
    expect(unwrapped('cmd.exe', ['/c', 'npx', '-y', 'x'])).toEqual({name: 'npx', args: ['-y', 'x'], offset: 2});
    expect(unwrapped('/usr/bin/env', ['A=b', 'node', 'x'])).toEqual({name: 'node', args: ['x'], offset: 2});
    expect(unwrapped('node', ['x'])).toEqual({name: 'node', args: ['x'], offset: 0});
  });
});

describe('which argument is the script', () => {
  test.each([
    ['node', ['--import', 'tsx', 'a.ts', 'b'], 2],
    ['node', ['--max-old-space-size=99', 'a.js'], 1],
    ['node', ['-e', 'x'], null],
    ['/usr/bin/python3.12', ['-u', 'a.py'], 1],
    ['python', ['-m', 'notes'], null],
    ['uv', ['run', '--directory', '/x', 'a.py'], 3],
    ['uv', ['--directory', '/x', 'run', 'python', '-u', 'a.py'], 5],
    ['uv', ['run', 'notes-mcp'], null],
    ['deno', ['run', '-A', './a.ts'], 2],
    ['deno', ['run', '-A', 'npm:x'], null],
    ['bun', ['run', 'a.ts'], 1],
    ['bun', ['run', 'start'], null],
    ['npx', ['-y', 'tsx', 'a.ts'], 2],
    ['java', ['-Xmx1g', '-jar', 'a.jar'], 2],
    ['dotnet', ['run', '--project', 'x'], 2],
    ['dotnet', ['a.dll'], 0],
    ['cmd', ['/c', 'node', 'a.js'], 2],
    ['bash', ['-c', 'x'], null],
    ['bash', ['a.sh'], 0],
  ])('%s %j', (command, args, index) => expect(scriptPlace(command, args)?.index ?? null).toBe(index));

  test('a program that is no runtime has none', () => expect(scriptPlace('notes-server', ['a.js'])).toBeNull());
});

describe('package runners', () => {
  test.each([
    [
      'npx',
      ['-y', '@a/b@1.2.3', '/x'],
      {runner: 'npx', spec: '@a/b@1.2.3', argIndex: 1, hasYes: true, binArgIndex: null},
    ],
    ['npx', ['@a/b'], {spec: '@a/b', hasYes: false}],
    ['npx', ['-y', '-p', '@a/b', 'run-b', '--x'], {spec: '@a/b', argIndex: 2, binArgIndex: 3}],
    ['npx', ['--yes', '--package=c', 'run-c'], {spec: 'c', argIndex: 1, binArgIndex: 2}],
    ['npm', ['exec', '--', 'c'], {runner: 'npm exec', spec: 'c', argIndex: 2}],
    ['pnpm', ['dlx', 'c'], {runner: 'pnpm dlx', spec: 'c', hasYes: true}],
    ['bun', ['x', 'c'], {runner: 'bunx', spec: 'c'}],
    ['uvx', ['--python', '3.12', 'mcp-server-git', '--repository', '/x'], {spec: 'mcp-server-git', argIndex: 2}],
    ['uvx', ['--from', 'git+https://x', 'tool'], {spec: 'git+https://x', argIndex: 1, binArgIndex: 2}],
    ['uv', ['tool', 'run', 'c'], {runner: 'uvx', spec: 'c'}],
    ['pipx', ['run', '--spec', 'c==1', 'tool'], {spec: 'c==1', binArgIndex: 3}],
    [
      'docker',
      ['run', '-i', '--rm', '-e', 'TOKEN', 'acme/notes:2', 'x'],
      {spec: 'acme/notes:2', argIndex: 5, hasInteractive: true},
    ],
    ['docker', ['run', '--rm', 'acme/notes'], {hasInteractive: false, ecosystem: 'docker'}],
    ['podman', ['run', '-it', 'acme/notes'], {hasInteractive: true}],
    ['deno', ['run', '-A', 'npm:c@1'], {ecosystem: 'deno', spec: 'c@1', argIndex: 2}],
  ])('%s %j', (program, args, call) => expect(runnerCall(program, args)).toMatchObject(call));

  test('what runs nothing of a registry is no such call', () => {
    expect(runnerCall('node', ['x'])).toBeNull();
    expect(runnerCall('npm', ['start'])).toBeNull();
    expect(runnerCall('docker', ['ps'])).toBeNull();
    expect(runnerCall('uv', ['run', 'a.py'])).toBeNull();
    expect(runnerCall('npx', ['-y'])).toBeNull();
  });

  test.each([
    ['@a/b@1.2', 'npm', '@a/b', '1.2'],
    ['@a/b', 'npm', '@a/b', null],
    ['c@latest', 'npm', 'c', 'latest'],
    ['c[x]==1.0', 'pypi', 'c', '1.0'],
    ['c@2', 'pypi', 'c', '2'],
    ['host:5000/a', 'docker', 'host:5000/a', null],
    ['host:5000/a:3', 'docker', 'host:5000/a', '3'],
  ] as const)('%s of %s', (spec, ecosystem, name, version) =>
    expect(nameAndVersion(spec, ecosystem)).toEqual({name, version}),
  );

  test('a letter away from a well-known name is told; the name itself and other names are not', () => {
    expect(nearKnown('@modelcontextprotocol/server-filesytem', 'npm')).toEqual({
      name: '@modelcontextprotocol/server-filesystem',
      version: '2026.8.31',
    });
    expect(nearKnown('mcp-rеmote', 'npm')?.name).toBe('mcp-remote');
    expect(nearKnown('mcp_server_git', 'pypi')).toBeNull();
    expect(nearKnown('mcp-server-gti', 'pypi')?.name).toBe('mcp-server-git');
    expect(nearKnown('@modelcontextprotocol/server-filesystem', 'npm')).toBeNull();
    expect(nearKnown('@acme/notes-mcp', 'npm')).toBeNull();
  });
});

describe('by the rules of others', () => {
  const host = realHost({
    home: '/h',
    env: {HOME: '/h', PATH: '/a', USER: 'u', SECRET_TOKEN: 'x', FN: '() { :; }', TERM: '() {'},
  });
  const search = {source: 'shell', folders: ['/a']} as const;
  test.each([
    [
      {kind: 'all', names: [], drops: [], adds: {}},
      false,
      ['FN', 'HOME', 'OWN', 'PATH', 'SECRET_TOKEN', 'TERM', 'USER'],
    ],
    [{kind: 'all', names: [], drops: ['token'], adds: {}}, false, ['FN', 'HOME', 'OWN', 'PATH', 'TERM', 'USER']],
    [{kind: 'sdk', names: [], drops: [], adds: {}}, false, ['HOME', 'OWN', 'PATH', 'USER']],
    [{kind: 'list', names: ['USER'], drops: [], adds: {}}, false, ['OWN', 'USER']],
    [{kind: 'all', names: [], drops: [], adds: {}}, true, ['HOME', 'OWN', 'PATH', 'USER']],
  ] as const)('the environment of %j, minimal %j', (environment, isMinimal, names) => {
    const env = environmentOf(host, {rules: {environment}, projectDir: null}, {env: {OWN: '1'}}, search, isMinimal);
    expect(Object.keys(env).sort()).toEqual(names);
  });

  test('a desktop client hands on its own PATH, and the entry its own', () => {
    const gui = {source: 'gui', folders: ['/x', '/y']} as const;
    const environment = {kind: 'all', names: [], drops: [], adds: {}} as const;
    expect(environmentOf(host, {rules: {environment}, projectDir: null}, {env: {}}, gui)['PATH']).toBe('/x:/y');
    expect(environmentOf(host, {rules: {environment}, projectDir: null}, {env: {PATH: '/z'}}, gui)['PATH']).toBe('/z');
  });

  test('batch files on Windows go through cmd.exe with every sign quoted; programs do not', () => {
    const windows = realHost({platform: 'win32', env: {ComSpec: 'C:\\cmd.exe'}});
    expect(spawnLineOf(windows, 'C:\\n\\npx.cmd', ['a b', '50%'])).toEqual({
      file: 'C:\\cmd.exe',
      args: ['/d', '/s', '/c', '"C:\\n\\npx.cmd ^"a^ b^" ^"50^%^""'],
      isVerbatim: true,
    });
    expect(spawnLineOf(windows, 'C:\\n\\node.exe', ['a b'])).toMatchObject({
      file: 'C:\\n\\node.exe',
      isVerbatim: false,
    });
    expect(spawnLineOf(realHost(), '/x/run.cmd', [])).toMatchObject({isVerbatim: false});
  });

  test('ps is read by mark and by group, without zombies', () => {
    const text =
      ' 10 10 S node a HOME=/h MCP_FIX_RUN=abc.1. X=y\n 11 10 S sleep 5\n 12 12 Z dead MCP_FIX_RUN=abc.1.\n 13 13 S other MCP_FIX_RUN=abc.2.\n';
    expect(readPs(text, 'abc.1.', 10)).toEqual([
      {pid: 10, command: 'node a'},
      {pid: 11, command: 'sleep 5'},
    ]);
  });

  test("the version in a folder's name", () => {
    expect(versionInPath('/h/.nvm/versions/node/v20.1.0/bin')).toBe('20.1.0');
    expect(versionInPath('/h/.local/share/uv/python/cpython-3.12.4-linux-x86_64-gnu/bin')).toBe('3.12.4');
    expect(versionInPath('/usr/bin')).toBeNull();
  });
});
