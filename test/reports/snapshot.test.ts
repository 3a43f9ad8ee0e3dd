import {describe, expect, test} from 'vitest';
import type {EntryEvidence} from '../../src/model/evidence.ts';
import type {Host} from '../../src/model/host.ts';
import {snapshotOf} from '../../src/reports/make-snapshot.ts';
import {readSnapshot} from '../../src/reports/read-snapshot.ts';
import type {ServerSnapshot, Snapshot} from '../../src/reports/snapshot.ts';
import {snapshotDifferences} from '../../src/reports/snapshot-differences.ts';
import {neutralOf} from '../../src/reports/snapshot-neutral.ts';
import {sections} from '../helpers/healthy.ts';
import {testHost} from '../servers/http-entry.ts';

const host = (change: Partial<Host>): Host => ({...testHost(), now: () => 0, ...change});

describe('what names a machine and decides nothing is taken out', () => {
  const neutral = neutralOf(
    host({
      home: '/home/ann',
      cwd: '/home/ann/work/notes',
      env: {USER: 'ann', TMPDIR: '/scratch/ann-77'},
    }),
  );

  test.each([
    ['/home/ann/.claude.json', '~/.claude.json'],
    ['/home/ann/work/notes/.mcp.json', '<project>/.mcp.json'],
    ['/scratch/ann-77/x', '<tmp>/x'],
    ['/tmp/abc', '<tmp>/abc'],
    ['/mnt/c/ann/bin', '/mnt/c/<user>/bin'],
    ['Bearer [secret:github#12ab]', 'Bearer [secret:github]'],
  ])('%s', (from, to) => {
    expect(neutral.text(from)).toBe(to);
  });

  test.each(['/home/anna/x', 'annual report', '/srv/tmp/x', '/home/ann-other'])('%s stays', (text) => {
    expect(neutral.text(text)).toBe(text);
  });

  test('on Windows in any case', () => {
    const windows = neutralOf(host({platform: 'win32', home: 'C:\\Users\\Ann', cwd: null, env: {USERNAME: 'Ann'}}));
    expect(windows.text('c:\\users\\ann\\AppData\\x')).toBe('~\\AppData\\x');
  });
});

const value = (
  path: readonly string[],
  more: Partial<EntryEvidence['values'][number]>,
): EntryEvidence['values'][number] => ({
  path,
  text: '[secret:github#1234]',
  length: 40,
  references: [],
  literalReferences: [],
  isEmpty: false,
  isSecret: true,
  hasOuterSpace: false,
  hasLineEnd: false,
  hasControl: false,
  hasNonAscii: false,
  quotedBy: null,
  repeatedName: null,
  placeholder: null,
  scheme: null,
  hasDoubledScheme: false,
  family: 'github',
  jwt: null,
  tag: '1',
  ...more,
});

describe('a snapshot', () => {
  const machine = host({
    home: '/home/ann',
    cwd: null,
    env: {PATH: '/home/ann/bin:/usr/bin', NOTES_TOKEN: 'x', EMPTY: ' ', https_proxy: 'p'},
  });
  const made = snapshotOf(machine, {
    versions: new Map([['claude-code', '2.0.14']]),
    files: [{client: 'claude-code', path: '/home/ann/.claude.json', exists: true}],
    servers: [
      {
        evidence: {machine: {platform: 'linux', node: '20.0.0', home: '', nowMs: 0}},
        entry: {
          ...sections.entry,
          raw: {env: {TOKEN: '[secret:github#1234]'}, command: '/home/ann/bin/notes'},
          values: [value(['env', 'TOKEN'], {hasOuterSpace: true})],
          variables: ['NOTES_TOKEN', 'EMPTY', 'GONE'].map((name) => ({
            name,
            written: name,
            syntax: '$VAR',
            path: [],
            isExpanded: true,
            isSet: true,
            hasDefault: false,
            isOfEnvironment: true,
            input: null,
            near: [],
          })),
        },
        approved: true,
        status: 'healthy',
        findings: [],
        steps: [],
        plain: {},
        command: null,
      },
    ],
  });

  test('tells names and shapes, no values', () => {
    expect(made.environment).toMatchObject({
      NOTES_TOKEN: 'set',
      EMPTY: 'empty',
      GONE: 'unset',
      HTTPS_PROXY: 'set',
      CI: 'unset',
    });
    expect(made.path).toEqual(['~/bin', '/usr/bin']);
    expect(made.clients).toEqual([{id: 'claude-code', version: '2.0.14', files: ['~/.claude.json']}]);
    expect(made.servers[0]?.entry).toEqual({command: '~/bin/notes', env: {TOKEN: '[secret:github]'}});
    expect(made.servers[0]?.values).toEqual({
      'env.TOKEN': 'secret of 40 characters; looks like github; white space around it',
    });
  });

  test('reads back what it wrote, and nothing else', () => {
    expect(readSnapshot(JSON.stringify(made))).toEqual(made);
    const broken = {...made, servers: [{...made.servers[0], failure: {id: 'x', step: 'nowhere', cause: ''}}]};
    for (const odd of [
      '',
      '{',
      'null',
      '[]',
      '{"kind":"mcp-fix-snapshot"}',
      JSON.stringify({...made, schemaVersion: 2}),
      JSON.stringify(broken),
    ])
      expect(readSnapshot(odd)).toBeNull();
  });
});

const server: ServerSnapshot = {
  name: 'notes',
  client: 'claude-code',
  scope: 'project',
  file: '<project>/.mcp.json',
  transport: 'stdio',
  standing: 'active',
  approved: true,
  entry: {command: 'node', args: ['server.js'], env: {TOKEN: `\${NOTES_TOKEN}`}},
  values: {'env.TOKEN': 'secret of 40 characters'},
  variables: ['NOTES_TOKEN'],
  command: {resolved: '/usr/bin/node', source: 'shell', cwd: '<project>', runtime: 'node 22.1.3'},
  protocol: {version: '2025-11-25', era: 'legacy', server: 'notes 1.0.0'},
  tools: {count: 1, hash: 'aa', names: ['read']},
  status: 'healthy',
  failure: null,
  steps: [],
};

const laptop: Snapshot = {
  kind: 'mcp-fix-snapshot',
  schemaVersion: 1,
  at: '2026-11-21T10:00:00.000Z',
  mcpFix: '0.1.0',
  machine: {platform: 'linux', osRelease: 'Linux 6.1', arch: 'x64', node: '22.1.3', isWsl: false},
  path: ['/usr/bin'],
  environment: {NOTES_TOKEN: 'set', CI: 'unset', HTTPS_PROXY: 'unset'},
  clients: [],
  servers: [server, {...server, name: 'other'}],
};

const failing = (id: string, step: ServerSnapshot['steps'][number], cause: string): Partial<ServerSnapshot> => ({
  status: 'broken',
  failure: {id, step: step === 'launch' ? 'launch' : step === 'command' ? 'command' : 'config', cause},
  tools: null,
  protocol: null,
});

/** Another machine: forty things are different, and none of them decides. */
const elsewhere = (
  change: Partial<ServerSnapshot>,
  environment: Snapshot['environment'] = laptop.environment,
): Snapshot => ({
  ...laptop,
  at: '2026-11-21T11:22:33.000Z',
  mcpFix: '0.2.0',
  machine: {...laptop.machine, osRelease: 'Linux 5.15.0-azure', node: '22.9.0'},
  path: ['/opt/hostedtoolcache/node/bin', ...Array.from({length: 34}, (_, index) => `/opt/tools/${index}`), '/usr/bin'],
  environment: {...environment, CI: 'set'},
  clients: [{id: 'claude-code', files: ['~/.claude.json']}],
  servers: [
    {
      ...server,
      command: {
        resolved: '/opt/hostedtoolcache/node/bin/node',
        source: 'shell',
        cwd: '<project>',
        runtime: 'node 22.1.9',
      },
      steps: ['config passed'],
      ...change,
    },
    {
      ...server,
      name: 'other',
      command: {
        resolved: '/opt/hostedtoolcache/node/bin/node',
        source: 'shell',
        cwd: '<project>',
        runtime: 'node 22.1.9',
      },
    },
  ],
});

describe('comparing two machines', () => {
  test('forty differences that decide nothing are left out', () => {
    const {differences, left} = snapshotDifferences(laptop, elsewhere({}));
    expect(differences).toEqual([]);
    expect(left).toBeGreaterThanOrEqual(40);
  });

  test('the one that matters is alone and first: a variable that is not set there', () => {
    const cause = 'The variable NOTES_TOKEN is not set.';
    const compared = snapshotDifferences(
      laptop,
      elsewhere(
        {...failing('variable-not-set', 'config', cause), values: {}},
        {...laptop.environment, NOTES_TOKEN: 'unset'},
      ),
    );
    expect(compared.differences[0]).toMatchObject({
      what: 'environment NOTES_TOKEN',
      a: 'set',
      b: 'unset',
      isNamed: true,
    });
    expect(compared.differences.map(({what}) => what)).toEqual(['environment NOTES_TOKEN']);
    expect(compared.left).toBeGreaterThanOrEqual(40);
    expect(compared.servers[0]).toEqual({name: 'notes', a: 'healthy', b: 'broken: variable-not-set'});
  });

  test('a command that is not found there, and the folder that has it here', () => {
    const gone = {resolved: null, source: 'shell', cwd: '<project>', runtime: null};
    const there = {
      ...elsewhere({...failing('command-not-found', 'command', 'node was not found.'), command: gone}),
      path: ['/bin'],
    };
    const {differences} = snapshotDifferences(laptop, there);
    expect(differences.map(({what, a, b}) => [what, a, b])).toEqual([
      ['command', '/usr/bin/node', 'not found'],
      ['PATH folder /usr/bin', 'on the PATH', 'not on the PATH'],
    ]);
  });

  test('another major release of the runtime, and what comes after the failing step is not blamed', () => {
    const old = {resolved: '/usr/bin/node', source: 'shell', cwd: '<project>', runtime: 'node 16.20.0'};
    const {differences} = snapshotDifferences(
      laptop,
      elsewhere({...failing('runtime-too-old', 'launch', 'node 16.20.0 is too old.'), command: old}),
    );
    expect(differences.map(({what, step}) => [what, step])).toEqual([['runtime', 'launch']]);
    expect(snapshotDifferences(laptop, elsewhere({command: old})).differences).toEqual([]);
  });

  test('another list of tools, another entry, a server that is not there', () => {
    const tools = {count: 2, hash: 'bb', names: ['read', 'write']};
    expect(snapshotDifferences(laptop, elsewhere({tools})).differences).toMatchObject([
      {what: 'tools that the other lacks', a: 'none of its own', b: 'write'},
    ]);
    const entry = {command: 'node', args: ['old.js'], env: {TOKEN: `\${NOTES_TOKEN}`}};
    const {differences} = snapshotDifferences(
      laptop,
      elsewhere({...failing('script-missing', 'launch', 'old.js is missing'), entry}),
    );
    expect(differences).toMatchObject([{what: 'entry args', a: '["server.js"]', b: '["old.js"]'}]);
    expect(snapshotDifferences(laptop, {...laptop, servers: [server]}).differences).toMatchObject([
      {server: 'other', what: 'configured', b: 'no'},
    ]);
  });

  test('a value that is unlike for a reason of its own is told', () => {
    const odd = {
      ...failing('value-with-space', 'config', 'The value of TOKEN has white space around it.'),
      values: {'env.TOKEN': 'white space around it'},
    };
    expect(snapshotDifferences(laptop, elsewhere(odd)).differences).toMatchObject([
      {what: 'value of env.TOKEN', isNamed: true},
    ]);
  });

  test('the other way round it says the same', () => {
    const there = elsewhere(
      {...failing('variable-not-set', 'config', 'NOTES_TOKEN is not set')},
      {...laptop.environment, NOTES_TOKEN: 'unset'},
    );
    const [one] = snapshotDifferences(there, laptop).differences;
    expect(one).toMatchObject({what: 'environment NOTES_TOKEN', a: 'unset', b: 'set'});
  });
});
