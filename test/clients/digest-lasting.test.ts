import {expect, test} from 'vitest';
import {digestOf} from '../../src/clients/digest.ts';
import type {Disk} from '../../src/clients/disk.ts';
import type {RemoteLaunch, ServerEntry, StdioLaunch} from '../../src/model/server.ts';
import {anEntry} from '../helpers/an-entry.ts';
import {diskOf, hostOf} from './hosts.ts';

const disk = (files: Readonly<Record<string, string>>): Disk => {
  const made = diskOf('linux', {
    '/app/tools/a.mjs': 'one',
    '/app/.env': 'two',
    '/app/run': 'three',
    '/usr/bin/node': '',
    ...files,
  });
  const locked = {kind: 'unreadable', code: 'EACCES'} as const;
  return {
    ...made,
    read: async (path, limit) => (path === '/app/locked' ? locked : made.read(path, limit)),
    status: async (path) => ({...(await made.status(path)), isExecutable: true}),
  };
};
const digest = (own: Partial<ServerEntry>, files: Readonly<Record<string, string>> = {}): Promise<string> =>
  digestOf(
    {...anEntry, file: '/app/.mcp.json', isProjectFile: true, projectDir: '/app', ...own},
    {...hostOf('linux', {PATH: '/usr/bin'}), cwd: '/app'},
    disk(files),
  );

const stdio = (own: Partial<StdioLaunch>): StdioLaunch => ({
  kind: 'stdio',
  command: 'node',
  args: [],
  env: {},
  cwd: null,
  ...own,
});
const remote = (headersHelper: string | null): RemoteLaunch => ({
  kind: 'remote',
  transport: 'http',
  url: 'https://x.example/mcp',
  headers: {B: '2', A: '1'},
  headersHelper,
});

/** These digests stand in people's files of approvals: whoever changes one of them makes everybody be asked again. */
test.each<[string, Partial<ServerEntry>, string]>([
  [
    'a program with arguments, files and variables',
    {
      raw: {command: 'node', nested: {b: [1, 'x', null], a: true}, list: [{d: 1, c: 2}]},
      launch: stdio({
        args: ['tools/a.mjs', '--file=tools/a.mjs', '-y', '', '.', 'locked', 'gone.mjs', '/etc/passwd', 'https://x/'],
        env: {C: '3', A: '1', D: '4', B: '2'},
      }),
    },
    'cc4c06d416c9bdc80cbf17ea7b9972d46bd9451a04381dc8e05535a54c085aaa',
  ],
  [
    'a program with a path, in a folder of its own',
    {
      raw: 'text',
      launch: stdio({command: '../run', args: ['', 'a.mjs'], cwd: 'tools'}),
      rules: {...anEntry.rules, fields: {...anEntry.rules.fields, envFile: 'envFile'}},
    },
    'e7e16808cdb677c9962248e4d68b28fe9def91dfb6d0df211be916c1c4710081',
  ],
  [
    'a remote server with a helper',
    {raw: {url: 'x'}, launch: remote('sh  tools/a.mjs')},
    '80eaa6c1c4ec3ae48fc8d9940a4da0b0d16cbe1ae9a70be2787ce92c2af887bb',
  ],
  [
    'a remote server without one',
    {raw: {url: 'x'}, launch: remote(null)},
    '825d2b40e12e813cd64f6d73d25588556e8dfc86cf774d378662ddc769923bc1',
  ],
  [
    'no launch',
    {raw: null, launch: null, projectDir: null, isProjectFile: false},
    '0b47e2696f369de8dd5b8f92508bec44a163b71c873bbb2d5667d99201d15857',
  ],
])('a yes of an earlier version holds on: %s', async (_, own, known) => {
  expect(await digest(own)).toBe(known);
});

test('the order of keys is nothing, at any depth', async () => {
  const launch = stdio({});
  const one = await digest({launch, raw: {list: [{a: 1, b: [{c: 1, d: 2}]}]}});
  expect(await digest({launch, raw: {list: [{b: [{d: 2, c: 1}], a: 1}]}})).toBe(one);
  expect(await digest({launch, raw: {list: [{b: [{d: 2, c: 1}, 1], a: 1}]}})).not.toBe(one);
});

test('the longest word that may name a file has 4,096 letters; an address of any scheme names none', async () => {
  const asked = async (word: string, file: string): Promise<boolean> => {
    const launch = stdio({args: [word]});
    return (await digest({launch})) !== (await digest({launch}, {[file]: 'changed'}));
  };
  const long = `${'./'.repeat(2042)}tools//a.mjs`;
  expect(long).toHaveLength(4096);
  expect(await asked(long, '/app/tools/a.mjs')).toBe(true);
  expect(await asked(`.${long}`, '/app/tools/a.mjs')).toBe(false);
  expect(await asked('x:/a', '/app/x:/a')).toBe(true);
  for (const scheme of ['x', 'HTTPS', 'git+ssh', 'a.b-c'])
    expect(await asked(`${scheme}://a`, `/app/${scheme}:/a`), scheme).toBe(false);
});

test('an empty word names no file, not even the folder that the server starts in', async () => {
  const launch = stdio({args: [''], cwd: 'tools'});
  expect(await digest({launch})).toBe(await digest({launch}, {'/app/tools': 'a file'}));
});
