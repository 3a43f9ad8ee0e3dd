import {describe, expect, test} from 'vitest';
import {createDigests, digestOf} from '../../src/clients/digest.ts';
import type {Disk} from '../../src/clients/disk.ts';
import type {Host} from '../../src/model/host.ts';
import type {Json} from '../../src/model/json.ts';
import type {RemoteLaunch, ServerEntry, StdioLaunch} from '../../src/model/server.ts';
import {anEntry} from '../helpers/an-entry.ts';
import {diskOf, hostOf, type Platform} from './hosts.ts';

const STDIO: StdioLaunch = {
  kind: 'stdio',
  command: 'node',
  args: ['tools/a.mjs', '--file=tools/b.mjs'],
  env: {A: '1', B: '2'},
  cwd: null,
};
const REMOTE: RemoteLaunch = {
  kind: 'remote',
  transport: 'http',
  url: 'https://x.example/mcp',
  headers: {A: '1', B: '2'},
  headersHelper: 'sh tools/a.mjs',
};
const FILES = {
  '/app/tools/a.mjs': 'one',
  '/app/tools/b.mjs': 'two',
  '/elsewhere/c.mjs': 'three',
  '/app/.env': 'four',
  '/home/dev/.env': 'five',
  '/usr/bin/node': 'program',
  '/other/node': 'another program',
};

interface World {
  readonly entry?: Partial<ServerEntry>;
  readonly stdio?: Partial<StdioLaunch>;
  readonly remote?: Partial<RemoteLaunch>;
  readonly files?: Readonly<Record<string, string>>;
  readonly host?: Partial<Host>;
  readonly platform?: Platform;
}

/** Every file may be started. */
const executable = (disk: Disk): Disk => ({
  ...disk,
  status: async (path) => ({...(await disk.status(path)), isExecutable: true}),
});

/** The digest of one entry in a world that differs in one thing. */
const digest = ({entry, stdio, remote, files, host, platform = 'linux'}: World = {}): Promise<string> =>
  digestOf(
    {
      ...anEntry,
      file: '/app/.mcp.json',
      isProjectFile: true,
      projectDir: '/app',
      raw: {command: 'node', nested: {b: [1, 'x', null], a: true}},
      launch: remote === undefined ? {...STDIO, ...stdio} : {...REMOTE, ...remote},
      ...entry,
    },
    {...hostOf(platform, {PATH: '/usr/bin:/other', NAMED: '.env'}), cwd: '/app', ...host},
    executable(diskOf(platform, {...FILES, ...files})),
  );

const differs = async (one: World, other: World = {}): Promise<void> =>
  expect(await digest(one)).not.toBe(await digest(other));
const same = async (one: World, other: World = {}): Promise<void> =>
  expect(await digest(one)).toBe(await digest(other));

const rules = (envFile: string | null): ServerEntry['rules'] => ({
  ...anEntry.rules,
  fields: {...anEntry.rules.fields, envFile},
});
const withEnvFile = (named: Json, own: Partial<ServerEntry> = {}): World => ({
  entry: {rules: rules('envFile'), raw: {envFile: named}, ...own},
});

test('a digest is 64 hex digits, and the same for the same', async () => {
  expect(await digest()).toMatch(/^[0-9a-f]{64}$/);
  await same({});
  await same({remote: {}}, {remote: {}});
});

describe('a yes holds for one launch and no other', () => {
  test.each<[string, World]>([
    ['client', {entry: {client: 'cursor'}}],
    ['scope', {entry: {scope: 'project'}}],
    ['file', {entry: {file: '/app/other.json'}}],
    ['name', {entry: {name: 'other'}}],
    ['a value that was written', {entry: {raw: {command: 'node', nested: {b: [1, 'y', null], a: true}}}}],
    ['a name that was written', {entry: {raw: {command: 'node', nested: {b: [1, 'x', null], c: true}}}}],
    ['an order that was written', {entry: {raw: {command: 'node', nested: {b: ['x', 1, null], a: true}}}}],
    ['what was written, gone', {entry: {raw: {}}}],
    ['no launch', {entry: {launch: null}}],
    ['command', {stdio: {command: 'bun'}}],
    ['an argument', {stdio: {args: ['tools/a.mjs', '--file=tools/b.mjs', '']}}],
    ['the order of arguments', {stdio: {args: ['--file=tools/b.mjs', 'tools/a.mjs']}}],
    ['folder', {stdio: {cwd: 'tools'}}],
    ['a variable', {stdio: {env: {A: '1', B: '3'}}}],
    ['two variables that swap their values', {stdio: {env: {A: '2', B: '1'}}}],
    ['a variable more', {stdio: {env: {A: '1', B: '2', C: ''}}}],
    ['the bytes of a script', {files: {'/app/tools/a.mjs': 'onf'}}],
    ['the bytes of a script behind an option', {files: {'/app/tools/b.mjs': 'twp'}}],
    ['the program that is found', {host: {env: {PATH: '/other:/usr/bin'}}}],
    ['no program that is found', {host: {env: {PATH: ''}}}],
  ])('%s', (_, world) => differs(world));

  test.each<[string, World]>([
    ['URL', {remote: {url: 'https://x.example/mcq'}}],
    ['transport', {remote: {transport: 'sse'}}],
    ['a header', {remote: {headers: {A: '1', B: '3'}}}],
    ['two headers that swap their values', {remote: {headers: {A: '2', B: '1'}}}],
    ['helper', {remote: {headersHelper: 'bash tools/a.mjs'}}],
    ['no helper', {remote: {headersHelper: null}}],
    ['the bytes of the helper', {remote: {}, files: {'/app/tools/a.mjs': 'onf'}}],
  ])('%s of a remote server', (_, world) => differs(world, {remote: {}}));

  test('and is not lost by what changes nothing', async () => {
    await same({entry: {line: 99, column: 1, raw: {nested: {a: true, b: [1, 'x', null]}, command: 'node'}}});
    await same({stdio: {env: {B: '2', A: '1'}}});
    await same({remote: {headers: {B: '2', A: '1'}}}, {remote: {}});
    await same({files: {'/elsewhere/c.mjs': 'changed', '/app/tools/unnamed.mjs': 'new'}});
    await same({host: {env: {PATH: '/usr/bin'}}});
    await same({stdio: {env: {C: '3', A: '1', D: '4', B: '2'}}}, {stdio: {env: {D: '4', C: '3', B: '2', A: '1'}}});
    await same({files: {'/app/node': 'a file'}});
  });

  test('fields cannot be moved into each other', async () => {
    await differs({entry: {client: 'a', scope: 'bc'}}, {entry: {client: 'ab', scope: 'c'}});
    await differs({stdio: {args: ['ab', 'c']}}, {stdio: {args: ['a', 'bc']}});
    await differs({stdio: {env: {A: '1'}, args: []}}, {stdio: {env: {}, args: ['A', '1']}});
  });
});

describe('which files belong to it', () => {
  const argument = (word: string, file: string, own: World = {}): [World, World] => [
    {...own, stdio: {args: [word], ...own.stdio}},
    {...own, stdio: {args: [word], ...own.stdio}, files: {[file]: 'changed'}},
  ];
  test.each<[string, [World, World]]>([
    ['a path below the project', argument('tools/a.mjs', '/app/tools/a.mjs')],
    ['a whole path', argument('/app/tools/a.mjs', '/app/tools/a.mjs')],
    ['a file: address', argument('file:tools/a.mjs', '/app/tools/a.mjs')],
    ['with an address in its name', argument('tools/x://a', '/app/tools/x:/a')],
    ['with file: in its name', argument('tools/file:a', '/app/tools/file:a')],
    ['behind -x=', argument('-x=tools/a.mjs', '/app/tools/a.mjs')],
    ['below the folder of the entry', argument('a.mjs', '/app/tools/a.mjs', {stdio: {cwd: 'tools'}})],
    ['of a project file without a project', argument('tools/a.mjs', '/app/tools/a.mjs', {entry: {projectDir: null}})],
    [
      'a command with a path',
      [
        {stdio: {command: './tools/a.mjs'}},
        {stdio: {command: './tools/a.mjs'}, files: {'/app/tools/a.mjs': 'changed'}},
      ],
    ],
  ])('%s', (_, [before, after]) => differs(after, before));

  test.each<[string, [World, World]]>([
    ['outside of the project', argument('/elsewhere/c.mjs', '/elsewhere/c.mjs')],
    ['above the project', argument('../elsewhere/c.mjs', '/elsewhere/c.mjs')],
    ['an address', argument('https://x/tools/a.mjs', '/app/https:/x/tools/a.mjs')],
    ['the project itself', argument('.', '/app/tools/a.mjs')],
    [
      'of the person, outside of a project',
      argument('tools/a.mjs', '/app/tools/a.mjs', {entry: {projectDir: null, isProjectFile: false}}),
    ],
    ['a word of more than 4,096 letters', argument(`${'./'.repeat(2048)}tools/a.mjs`, '/app/tools/a.mjs')],
    ['a word with a zero byte', argument('tools/a.mjs\0', '/app/tools/a.mjs\0')],
    ['an option without a value', argument('-x', '/app/-x=')],
  ])('not one %s', (_, [before, after]) => same(after, before));

  test('a file that comes, goes or cannot be read', async () => {
    await differs({stdio: {args: ['new.mjs']}, files: {'/app/new.mjs': ''}}, {stdio: {args: ['new.mjs']}});
    await differs({stdio: {args: ['tools']}}, {stdio: {args: ['tools']}, files: {'/app/tools': 'a file'}});
  });

  test('on Windows, in its own spelling', async () => {
    const entry = {file: 'C:\\app\\.mcp.json', projectDir: 'C:\\app'};
    const host = {cwd: 'C:\\app'};
    const one = {entry, host, platform: 'win32', stdio: {args: ['tools\\w.mjs'], command: 'tools\\w.cmd'}} as const;
    const files = {'C:\\app\\tools\\w.mjs': 'a', 'C:\\app\\tools\\w.cmd': 'b'};
    await differs({...one, files}, {...one, files: {...files, 'C:\\app\\tools\\w.mjs': 'x'}});
    await differs({...one, files}, {...one, files: {...files, 'C:\\app\\tools\\w.cmd': 'x'}});
  });
});

describe('the file of variables', () => {
  test.each<[string, Json, string]>([
    ['beside the project', '.env', '/app/.env'],
    ['in the workspace', '${workspaceFolder}/.env', '/app/.env'],
    ['in the root of the workspace', '${workspaceRoot}/.env', '/app/.env'],
    ['at home', '${userHome}/.env', '/home/dev/.env'],
    ['named by a variable', '${env:NAMED}', '/app/.env'],
    ['named by a variable that is not set', '.env${env:NONE}', '/app/.env'],
  ])('%s counts with its bytes', async (_, named, file) => {
    await differs({...withEnvFile(named), files: {[file]: 'changed'}}, withEnvFile(named));
  });

  test('without a project it lies beside the configuration', async () => {
    const world = withEnvFile('.env', {projectDir: null});
    await differs({...world, files: {'/app/.env': 'changed'}}, world);
  });

  test('where none is named none is read', async () => {
    for (const world of [
      withEnvFile(''),
      withEnvFile(7),
      {entry: {rules: rules(null), raw: {envFile: '.env'}}},
      {entry: {rules: rules('envFile'), raw: 'envFile'}},
    ])
      await same({...world, files: {'/app/.env': 'changed', '/app/7': 'x'}}, world);
  });
});

test('many digests in one go are the same as one after the other', async () => {
  const entry: ServerEntry = {
    ...anEntry,
    file: '/app/.mcp.json',
    isProjectFile: true,
    projectDir: '/app',
    launch: STDIO,
  };
  const host = hostOf('linux', {PATH: '/usr/bin'});
  const many = createDigests(host, diskOf('linux', FILES));
  const one = await digestOf(entry, host, diskOf('linux', FILES));
  expect(await Promise.all([many(entry), many(entry)])).toEqual([one, one]);
});

test('files of up to 64 MB count', async () => {
  const limits: (number | undefined)[] = [];
  const disk = diskOf('linux', FILES);
  const read: Disk['read'] = (path, limit) => {
    limits.push(limit?.maxBytes);
    return disk.read(path, limit);
  };
  const entry = {...anEntry, file: '/app/.mcp.json', isProjectFile: true, projectDir: '/app', launch: STDIO};
  await digestOf(entry, hostOf('linux'), {...disk, read});
  expect(limits).toEqual([67_108_864, 67_108_864]);
});

test('without a project, a folder or a home it is the root', async () => {
  const nowhere = {entry: {projectDir: null}, host: {cwd: null, home: null}};
  await same({...nowhere, stdio: {cwd: '/'}}, {...nowhere, stdio: {cwd: null}});
  await same(
    {...nowhere, host: {cwd: null}, stdio: {cwd: '/home/dev'}},
    {...nowhere, host: {cwd: null}, stdio: {cwd: null}},
  );
  await same({entry: {projectDir: null}, stdio: {cwd: '/app'}}, {entry: {projectDir: null}, stdio: {cwd: null}});
  await same({stdio: {cwd: '/app'}}, {stdio: {cwd: null}});
});
