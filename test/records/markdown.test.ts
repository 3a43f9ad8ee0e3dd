import {describe, expect, test} from 'vitest';
import type {FixRecord} from '../../src/model/record.ts';
import {toMarkdown} from '../../src/records/index.ts';

const RECORD: FixRecord = {
  schemaVersion: 1,
  id: '20260301-1000-ab12',
  at: '2026-03-01T10:00:00.000Z',
  title: 'a title',
  note: '',
  tags: [],
  server: {
    name: 'notes',
    client: 'cursor',
    clientName: 'Cursor',
    scope: 'user',
    file: '/home/x/mcp.json',
    transport: 'stdio',
    command: 'npz -y notes',
    url: null,
  },
  error: {text: 'spawn npz ENOENT', source: 'log', trigger: 'at start'},
  failure: {
    id: 'command-not-found',
    class: 'config',
    step: 'command',
    title: 'The command is not there',
    cause: 'The word is misspelt.',
    evidence: [
      {label: 'spawn', text: 'ENOENT'},
      {label: 'path', text: '/bin'},
    ],
  },
  disagreed: null,
  change: {
    title: 'Set the command to npx',
    kind: 'edit',
    file: '/home/x/other.json',
    line: 4,
    diff: ['-  npz', '+  npx'],
    command: ['npm', 'install', '--prefix=/a b', "it's", '@a/b%+=:,./-', '', 'x;y'],
    receipt: null,
  },
  before: 'It does not start.',
  after: 'It starts.',
  proof: {outcome: 'fixed', by: 'the official client', tools: 3, ms: 120},
  environment: {
    mcpFix: '1.2.3',
    os: 'linux',
    node: '20.20.2',
    commandPath: '/usr/bin/npx',
    protocol: 'old',
    server: '',
  },
  howToCheck: 'mcp-fix check notes',
  fingerprint: 'f',
};

/** The lines of the log of one record, and the value behind `- Name: `. */
const linesOf = (own: Partial<FixRecord>): readonly string[] => toMarkdown([{...RECORD, ...own}]).split('\n');
const fact = (name: string, own: Partial<FixRecord>): string | undefined =>
  linesOf(own)
    .find((line) => line.startsWith(`- ${name}: `))
    ?.slice(name.length + 4);
const named = (name: string): string | undefined => {
  const shown = fact('Server', {server: {...RECORD.server, name}});
  return shown?.replace(' (Cursor, user, stdio)', '');
};

describe('the log of one record', () => {
  test('tells everything, each in its place', () => {
    expect(toMarkdown([RECORD]).split('\n').slice(4).join('\n')).toBe(`## The command is not there: notes

- Server: notes (Cursor, user, stdio)
- File: \`/home/x/other.json, line 4\`
- Command: npz -y notes
- Class: config
- Failure: command-not-found
- Step: command
- Date: \`2026-03-01T10:00:00.000Z\`
- Outcome: \`fixed; proved by the official client, 3 tools listed in 120 ms\`
- Record: \`20260301-1000-ab12\`

### The error

From: the client's log. Trigger: at start

\`\`\`text
spawn npz ENOENT
\`\`\`

### The cause

The word is misspelt.

\`\`\`text
spawn: ENOENT
path: /bin
\`\`\`

### The one change

Set the command to npx

\`\`\`diff
-  npz
+  npx
\`\`\`

\`\`\`sh
npm install '--prefix=/a b' 'it'\\''s' @a/b%+=:,./- '' 'x;y'
\`\`\`

### Before and after

- Before: It does not start.
- After: It starts.

### Environment

- mcp-fix: \`1.2.3\`
- System: linux
- Node: \`20.20.2\`
- Command path: \`/usr/bin/npx\`
- Protocol: old

### How to check

\`\`\`sh
mcp-fix check notes
\`\`\`
`);
  });

  test('each heading stands on a line of its own, and no block ends in empty lines', () => {
    const log = toMarkdown([RECORD, {...RECORD, error: {...RECORD.error, text: 'spawn npz ENOENT\n\n'}}]);
    expect(log.split('\n\n## The command is not there: notes\n')).toHaveLength(3);
    expect(log.split('```text\nspawn npz ENOENT\n```\n')).toHaveLength(3);
  });

  test('says where the words came from', () => {
    const from = (source: FixRecord['error']['source']): string | undefined =>
      linesOf({error: {...RECORD.error, source}}).find((line) => line.startsWith('From: '));
    expect(from('pasted')).toBe('From: pasted by the person. Trigger: at start');
    expect(from('log')).toBe("From: the client's log. Trigger: at start");
    expect(from('stdin')).toBe('From: standard input. Trigger: at start');
    expect(from('probe')).toBe('From: a check by mcp-fix. Trigger: at start');
  });

  test('says how it ended, with the tools where they were counted', () => {
    const proof = {...RECORD.proof};
    expect(fact('Outcome', {proof: {...proof, tools: 1}})).toContain('client, 1 tool listed in');
    expect(fact('Outcome', {proof: {...proof, tools: null}})).toBe('`fixed; proved by the official client in 120 ms`');
    expect(fact('Outcome', {proof: {...proof, outcome: 'kept'}})).toBe(
      '`change kept; checked by the official client, 3 tools listed`',
    );
    expect(fact('Outcome', {proof: {...proof, outcome: 'put-back'}})).toBe('change put back');
  });

  test('says whose choice it was', () => {
    expect(fact('Failure', {disagreed: {class: 'config', id: 'command-not-found'}})).toContain("the person's choice");
    expect(fact('Class', {disagreed: {class: 'config', id: null}})).toBe('config');
    expect(fact('Class', {disagreed: {class: 'runtime', id: null}})).toBe('config (the person says: runtime)');
  });

  test('a command is quoted word by word, and can be pasted as it is', () => {
    const lines = linesOf({});
    const at = lines.indexOf('```sh');
    expect(lines.slice(at, at + 3)).toEqual([
      '```sh',
      `npm install '--prefix=/a b' 'it'\\''s' @a/b%+=:,./- '' 'x;y'`,
      '```',
    ]);
  });
});

describe('foreign words in a line', () => {
  test.each([
    ["  plain, it's (1): a-b. ", "plain, it's (1): a-b."],
    ['a\u001b[31m', '`a\\x1b[31m`'],
    ['<b>', '`<b>`'],
    ['*a', '`*a`'],
    ['a*', '`a*`'],
    ['snake_case', '`snake_case`'],
    ['www.a.b', '`www.a.b`'],
    ['WWW.a.b', '`WWW.a.b`'],
    ['1a', '`1a`'],
    ['a-1', 'a-1'],
    ['a `b` c', '``a `b` c``'],
    ['a ``b` c', '```a ``b` c```'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
  ])('%j', (text, shown) => {
    const cause = linesOf({failure: {...RECORD.failure, cause: text}});
    expect(cause[cause.indexOf('### The cause') + 2]).toBe(shown);
  });

  test('that would begin a list, an address or a heading are in a code span', () => {
    for (const cause of ['- a', '1. a', 'see http://a', '# a', 'x://a']) {
      const lines = linesOf({failure: {...RECORD.failure, cause}});
      expect(lines).toContain(`\`${cause}\``);
      expect(lines).not.toContain(cause);
    }
    expect(named('notes')).toBe('notes');
  });

  test('are cut after a thousand characters, and none are told as nothing', () => {
    const lines = linesOf({failure: {...RECORD.failure, cause: 'x'.repeat(1001)}, before: ' '});
    expect(lines).toContain('x'.repeat(1000));
    expect(lines).toContain('- Before: (nothing)');
  });

  test('what is not known has no line', () => {
    expect(fact('Server version', {})).toBeUndefined();
    expect(fact('Address', {})).toBeUndefined();
    expect(fact('Command path', {})).toBe('`/usr/bin/npx`');
    expect(fact('Protocol', {})).toBe('old');
    expect(fact('mcp-fix', {})).toBe('`1.2.3`');
    expect(fact('File', {change: {...RECORD.change, line: null}})).toBe('`/home/x/mcp.json`');
    expect(fact('File', {change: {...RECORD.change, file: null}})).toBe('`/home/x/mcp.json, line 4`');
  });
});

test('a record of little is told without empty parts, and a note at its end', () => {
  const log = toMarkdown([
    {
      ...RECORD,
      note: ' as it was\n',
      server: {...RECORD.server, command: null, url: 'https://x.example/mcp'},
      failure: {...RECORD.failure, evidence: []},
      change: {...RECORD.change, diff: [], command: null},
      environment: {...RECORD.environment, server: '2.1'},
    },
  ]);
  expect(log).toContain('\n- Address: `https://x.example/mcp`\n');
  expect(log).toContain('\n- Server version: `2.1`\n');
  expect(log).toContain(
    'The word is misspelt.\n\n### The one change\n\nSet the command to npx\n\n### Before and after\n',
  );
  expect(log.endsWith('```sh\nmcp-fix check notes\n```\n\n### Note\n\n```text\n as it was\n```\n')).toBe(true);
  for (const note of ['', ' ', '\n\t']) expect(toMarkdown([{...RECORD, note}])).not.toContain('### Note');
});

test('a block is cut after 4,000 characters, and says how many more there were', () => {
  const shown = (length: number): readonly string[] =>
    linesOf({error: {...RECORD.error, text: 'x'.repeat(length)}}).filter((line) => /^x|characters more/.test(line));
  expect(shown(4000)).toEqual(['x'.repeat(4000)]);
  expect(shown(4001)).toEqual(['x'.repeat(4000), '… 1 characters more']);
  expect(shown(5000)).toEqual(['x'.repeat(4000), '… 1000 characters more']);
});
