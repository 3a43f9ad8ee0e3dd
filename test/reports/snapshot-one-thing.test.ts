import {describe, expect, test} from 'vitest';
import type {Step} from '../../src/model/step.ts';
import type {ServerSnapshot, Snapshot} from '../../src/reports/snapshot.ts';
import {snapshotDifferences} from '../../src/reports/snapshot-differences.ts';

const NODE = {resolved: '/usr/local/bin/node', source: 'shell', cwd: '<project>', runtime: 'node 22.1.3'};

const notes: ServerSnapshot = {
  name: 'notes',
  client: 'claude-code',
  scope: 'project',
  file: '<project>/.mcp.json',
  transport: 'stdio',
  standing: 'active',
  approved: true,
  entry: {command: 'npx', args: ['-y', 'notes-mcp@1.4.0'], env: {TOKEN: `\${NOTES_TOKEN}`}},
  values: {'env.TOKEN': 'secret of 40 characters'},
  variables: ['NOTES_TOKEN'],
  command: NODE,
  protocol: {version: '2025-11-25', era: 'legacy', server: 'notes 1.4.0'},
  tools: {count: 1, hash: 'aa', names: ['read']},
  status: 'healthy',
  failure: null,
  steps: [],
};

const remote: ServerSnapshot = {
  ...notes,
  transport: 'http',
  entry: {type: 'http', url: 'https://mcp.notes.example/mcp', headers: {Authorization: 'Bearer [secret]'}},
  values: {'headers.Authorization': 'secret of 40 characters; scheme Bearer'},
  command: null,
};

const PATH = ['<project>/node_modules/.bin', '~/.local/bin', '/usr/local/bin', '/opt/py/bin', '/usr/bin', '/bin'];

const laptop = (server: ServerSnapshot): Snapshot => ({
  kind: 'mcp-fix-snapshot',
  schemaVersion: 1,
  at: '2026-11-21T10:00:00.000Z',
  mcpFix: '0.1.0',
  machine: {platform: 'linux', osRelease: 'Linux 6.1', arch: 'x64', node: '22.1.3', isWsl: false},
  path: PATH,
  environment: {NOTES_TOKEN: 'set', CI: 'unset', HTTPS_PROXY: 'unset', BUN_INSTALL: 'set'},
  clients: [{id: 'claude-code', version: '2.0.14', files: ['<project>/.mcp.json', '~/.claude.json']}],
  servers: [server, {...server, name: 'other'}],
});

/** The same on another machine, where forty things are otherwise and decide nothing. */
const elsewhere = (server: ServerSnapshot): Snapshot => {
  const here = laptop(server);
  return {
    ...here,
    at: '2026-11-21T11:22:33.000Z',
    mcpFix: '0.2.0',
    machine: {...here.machine, osRelease: 'Linux 5.15.0-azure', node: '22.9.0'},
    path: [...Array.from({length: 34}, (_, index) => `/opt/tools/${index}`), ...PATH],
    environment: {...here.environment, CI: 'set', BUN_INSTALL: 'unset'},
    clients: [
      {id: 'claude-code', version: '2.0.77', files: ['<project>/.mcp.json']},
      {id: 'codex', version: '0.9.0', files: ['~/.codex/config.toml']},
    ],
    servers: here.servers.map((one) => ({
      ...one,
      steps: ['config passed'],
      command: one.command === null ? null : {...one.command, runtime: 'node 22.1.9'},
    })),
  };
};

const failing = (id: string, step: Step, cause: string): Partial<ServerSnapshot> => ({
  status: 'broken',
  failure: {id, step, cause},
  tools: null,
  protocol: null,
});

type Change = (there: Snapshot) => Snapshot;

const withServer =
  (change: Partial<ServerSnapshot>): Change =>
  (there) => ({...there, servers: there.servers.map((one) => (one.name === 'notes' ? {...one, ...change} : one))});

const both =
  (...changes: readonly Change[]): Change =>
  (there) =>
    changes.reduce((sum, change) => change(sum), there);

/** What is otherwise there; the failure that it brings, in words that do not always name it; what has to come first. */
const THINGS: readonly (readonly [thing: string, server: ServerSnapshot, change: Change, first: string, b: string])[] =
  [
    [
      'the version of the runtime',
      notes,
      withServer({
        ...failing('crashed-at-start', 'launch', 'The program ends with a SyntaxError: Unexpected token.'),
        command: {...NODE, runtime: 'node 16.20.0'},
      }),
      'runtime',
      'node 16.20.0',
    ],
    [
      'the order of the PATH',
      {...notes, command: {...NODE, resolved: '/opt/py/bin/python3', runtime: 'python 3.12.1'}},
      both(
        (there) => ({...there, path: ['/usr/bin', ...there.path.filter((folder) => folder !== '/usr/bin')]}),
        withServer({
          ...failing('python-module-missing', 'launch', 'Python has no module named notes.'),
          command: {...NODE, resolved: '/usr/bin/python3', runtime: 'python 3.12.4'},
        }),
      ),
      'order of the PATH',
      '/usr/bin before /opt/py/bin',
    ],
    [
      'a variable that is not set',
      notes,
      both(
        (there) => ({...there, environment: {...there.environment, NOTES_TOKEN: 'unset'}}),
        withServer({...failing('crashed-at-start', 'launch', 'The program ends: no token was given.'), values: {}}),
      ),
      'environment NOTES_TOKEN',
      'unset',
    ],
    [
      'a proxy',
      remote,
      both(
        (there) => ({...there, environment: {...there.environment, HTTPS_PROXY: 'set'}}),
        withServer(failing('connection-reset', 'network', 'The connection is closed before an answer comes.')),
      ),
      'environment HTTPS_PROXY',
      'set',
    ],
    [
      'the era of the protocol',
      remote,
      withServer(failing('version-not-shared', 'handshake', 'Server and client have no version in common.')),
      'protocol',
      'none was agreed on',
    ],
    [
      'the version of the package',
      notes,
      withServer({
        ...failing('crashed-at-start', 'launch', 'The program ends with exit code 1.'),
        entry: {command: 'npx', args: ['-y', 'notes-mcp@2.0.0'], env: {TOKEN: `\${NOTES_TOKEN}`}},
      }),
      'entry args',
      '["-y","notes-mcp@2.0.0"]',
    ],
    [
      'the working folder',
      notes,
      withServer({
        ...failing('crashed-at-start', 'launch', 'The program ends: notes.db is not there.'),
        command: {...NODE, cwd: '~'},
      }),
      'working folder',
      '~',
    ],
    [
      'the processor',
      notes,
      both(
        (there) => ({...there, machine: {...there.machine, arch: 'arm64'}}),
        withServer(failing('native-module-mismatch', 'launch', 'A native module was built for another machine.')),
      ),
      'processor',
      'arm64',
    ],
    [
      'the version of the client',
      notes,
      both(
        (there) => ({...there, clients: [{id: 'claude-code', version: '1.0.3', files: ['<project>/.mcp.json']}]}),
        withServer(failing('no-answer-to-hello', 'handshake', 'No answer comes.')),
        withServer({protocol: notes.protocol}),
      ),
      'version of the client',
      'claude-code 1.0.3',
    ],
    [
      'the transport',
      remote,
      withServer({
        ...failing('http-configured-sse-served', 'http', 'The server speaks another transport.'),
        transport: 'sse',
        entry: {type: 'sse', url: 'https://mcp.notes.example/mcp', headers: {Authorization: 'Bearer [secret]'}},
      }),
      'entry type',
      'sse',
    ],
  ];

describe('two machines differ in one thing that matters and in forty that do not', () => {
  test.each(THINGS)('%s comes first, from either side', (_, server, change, first, b) => {
    const [here, there] = [laptop(server), change(elsewhere(server))];
    const compared = snapshotDifferences(here, there);
    expect(compared.differences[0]).toMatchObject({server: 'notes', what: first, b});
    expect(compared.left).toBeGreaterThanOrEqual(40);
    expect(compared.differences.length).toBeLessThanOrEqual(2);
    expect(snapshotDifferences(there, here).differences[0]).toMatchObject({what: first, a: b});
  });

  test('where nothing fails, none of the ten is told', () => {
    const alike = (change: Partial<ServerSnapshot>): Partial<ServerSnapshot> => ({
      ...change,
      status: 'healthy',
      failure: null,
      tools: notes.tools,
    });
    for (const [thing, server, change] of THINGS) {
      const there = change(elsewhere(server));
      const healthy = {...there, servers: there.servers.map((one) => ({...one, ...alike({})}))};
      expect(snapshotDifferences(laptop(server), healthy).differences, thing).toEqual([]);
    }
  });
});

describe('tags of values', () => {
  const tagged = (snapshot: Snapshot, key: string, token: string): Snapshot => ({
    ...snapshot,
    tags: {key, environment: {NOTES_TOKEN: token}},
    servers: snapshot.servers.map((one) => ({...one, tags: {'headers.Authorization': `h${token}`}})),
  });
  const refused = withServer({...failing('token-refused', 'auth', 'The server refuses the token.'), variables: []});
  const bare = {...remote, variables: []};

  test('another value of the same shape explains a refused token', () => {
    const [here, there] = [tagged(laptop(bare), 'k', '1'), tagged(refused(elsewhere(bare)), 'k', '2')];
    expect(snapshotDifferences(here, there).differences).toMatchObject([
      {what: 'value of headers.Authorization', a: 'one value', b: 'another value', isWeak: false},
    ]);
    expect(snapshotDifferences(here, tagged(refused(elsewhere(bare)), 'k', '1')).differences).toEqual([]);
  });

  test('of a variable; and behind what explains more, where the failure is none of credentials', () => {
    const [here, there] = [
      tagged(laptop(notes), 'k', '1'),
      tagged(
        withServer({
          ...failing('crashed-at-start', 'launch', 'It ends.'),
          command: {...NODE, runtime: 'node 16.20.0'},
        })(elsewhere(notes)),
        'k',
        '2',
      ),
    ];
    expect(snapshotDifferences(here, there).differences.map(({what, isWeak}) => [what, isWeak])).toEqual([
      ['runtime', false],
      ['environment NOTES_TOKEN', true],
    ]);
  });

  test('made with two keys they are not compared, and that is told', () => {
    const compared = snapshotDifferences(tagged(laptop(bare), 'k', '1'), tagged(refused(elsewhere(bare)), 'j', '2'));
    expect(compared).toMatchObject({differences: [], hasOtherKey: true});
    expect(snapshotDifferences(laptop(bare), tagged(elsewhere(bare), 'j', '2')).hasOtherKey).toBe(false);
  });
});
