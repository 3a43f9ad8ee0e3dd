import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {Host} from '../../src/model/host.ts';
import type {FixRecord} from '../../src/model/record.ts';
import {
  fingerprint,
  getRecord,
  listRecords,
  newRecord,
  openApprovals,
  openPreferences,
  type RecordParts,
  readShelf,
  saveRecord,
  similarRecords,
  toMarkdown,
} from '../../src/records/index.ts';

let home = '';
beforeEach(async () => {
  home = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-records-')));
});
afterEach(() => fs.rm(home, {recursive: true, force: true}));

let clock = Date.parse('2026-03-01T10:00:00Z');
const hostOf = (own: Partial<Host> = {}): Host => ({
  platform: 'linux',
  arch: 'x64',
  osRelease: '6.1',
  home,
  cwd: home,
  env: {},
  node: {path: '/usr/bin/node', version: '20.20.2'},
  cores: 2,
  uid: null,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '1.2.3',
  now: () => {
    clock += 1000;
    return clock;
  },
  ...own,
});

const SECRET = `gh${'p'}_${'aB3dE5fG7h'.repeat(4)}`;
const machine = {platform: 'linux', node: '20.20.2', home: '/home/x', nowMs: 0} as const;
const parts = (own: Partial<RecordParts> = {}): RecordParts => ({
  host: hostOf(),
  subject: {
    name: 'notes',
    client: 'cursor',
    clientName: 'Cursor',
    scope: 'user',
    file: '/home/x/mcp.json',
    transport: 'stdio',
  },
  before: {machine},
  after: {machine},
  root: {
    id: 'command-not-found',
    class: 'config',
    severity: 'error',
    step: 'command',
    title: 'The command is not there',
    cause: `"npz" is on no folder of the PATH; the token is ${SECRET}`,
    evidence: [{label: 'spawn', text: `ENOENT npz \u001b[31m${SECRET}`}],
    confidence: 'certain',
    waitingHelps: false,
    fixes: [],
  },
  fix: {id: 'a', title: 'Set "command" to "npx"', kind: 'advice'},
  preview: {file: '/home/x/mcp.json', line: 4, diff: ['-  "command": "npz"', '+  "command": "npx"']},
  receipt: null,
  proof: {ok: true, tools: 3, by: 'the official client', ms: 120},
  note: 'was a typo',
  ...own,
});

describe('the store of records', () => {
  const data = (): string => path.join(home, 'data');

  test('one private file each, newest first, found by id and by its beginning', async () => {
    const [a, b] = [newRecord(parts()), newRecord(parts())];
    await saveRecord(data(), a);
    await saveRecord(data(), b);
    expect((await listRecords(data())).map((record) => record.id)).toEqual([b.id, a.id]);
    expect(await getRecord(data(), a.id)).toEqual(a);
    expect(await getRecord(data(), a.id.slice(0, -2))).toEqual(a);
    expect(await getRecord(data(), '2026')).toBeNull();
    expect(await getRecord(data(), '../../etc/passwd')).toBeNull();
    for (const name of await fs.readdir(path.join(data(), 'records'))) {
      expect((await fs.stat(path.join(data(), 'records', name))).mode & 0o777).toBe(0o600);
    }
  });

  test('holds no secret and no control character', async () => {
    await saveRecord(data(), newRecord(parts()));
    const [name = ''] = await fs.readdir(path.join(data(), 'records'));
    const text = await fs.readFile(path.join(data(), 'records', name), 'utf8');
    expect(text).not.toContain(SECRET.slice(4, 12));
    expect(text).not.toContain('\\u001b');
    expect(text).toContain('[secret:github#');
  });

  test('damaged files are set aside, told once, and no byte is lost', async () => {
    const good = newRecord(parts());
    await saveRecord(data(), good);
    const folder = path.join(data(), 'records');
    const bad: Readonly<Record<string, string>> = {
      'cut.json': JSON.stringify(good).slice(0, 300),
      'list.json': '[]',
      'proto.json': '{"__proto__":{"schemaVersion":1}}',
      'deep.json': '['.repeat(200_000),
      'empty.json': '',
      'half.json': JSON.stringify({...good, change: null}),
    };
    for (const [name, text] of Object.entries(bad)) await fs.writeFile(path.join(folder, name), text);
    await fs.writeFile(path.join(folder, 'newer.json'), '{"schemaVersion":2}');
    const shelf = await readShelf(data());
    expect(shelf.records).toEqual([good]);
    expect(shelf.damaged).toHaveLength(Object.keys(bad).length);
    expect((await readShelf(data())).damaged).toEqual([]);
    const kept = await Promise.all(shelf.damaged.map((file) => fs.readFile(file, 'utf8')));
    expect(kept.sort()).toEqual(Object.values(bad).sort());
    expect(await fs.readFile(path.join(folder, 'newer.json'), 'utf8')).toBe('{"schemaVersion":2}');
  });

  test('many writers at once lose none', async () => {
    const records = Array.from({length: 40}, () => newRecord(parts()));
    await Promise.all(records.map((record) => saveRecord(data(), record)));
    expect(await listRecords(data())).toHaveLength(40);
  });

  test('a store that cannot be is a sentence', async () => {
    await fs.writeFile(path.join(home, 'data'), 'a file');
    await expect(saveRecord(data(), newRecord(parts()))).rejects.toThrow(/cannot be saved/);
    expect(await listRecords(data())).toEqual([]);
  });
});

describe('fingerprint', () => {
  const one = {failureId: 'a', serverName: 'Notes', command: '/opt/bin/npx -y @acme/notes@1.2.3', url: null};
  test('is the same on another machine and another version', () => {
    expect(fingerprint({...one, serverName: 'notes', command: 'npx.cmd -y @acme/notes@2.0.0'})).toBe(fingerprint(one));
    const url = {...one, command: null, url: 'https://me:pw@Api.example/mcp/?key=1'};
    expect(fingerprint({...url, url: 'https://api.example/mcp'})).toBe(fingerprint(url));
  });
  test('is another for another failure, server or package', () => {
    const others = [{failureId: 'b'}, {serverName: 'x'}, {command: 'npx -y @acme/mail'}];
    for (const other of others) expect(fingerprint({...one, ...other})).not.toBe(fingerprint(one));
  });
});

test('similar records: the same server first, put-back ones never', () => {
  const mine = newRecord(parts());
  const back: FixRecord = {...mine, id: 'back', proof: {...mine.proof, outcome: 'put-back'}};
  const other: FixRecord = {...mine, id: 'other', fingerprint: 'x', server: {...mine.server, name: 'mail'}};
  const elsewhere: FixRecord = {...mine, id: 'elsewhere', failure: {...mine.failure, id: 'timeout'}};
  const found = similarRecords([elsewhere, other, back, mine], {
    finding: {id: 'command-not-found'},
    server: {kind: 'server', entry: {name: 'notes', launch: null}},
  });
  expect(found.map((record) => record.id)).toEqual([mine.id, 'other']);
});

describe('markdown', () => {
  test('tells the fix, without a secret', () => {
    const text = toMarkdown([newRecord(parts())]);
    for (const part of [
      '# MCP fix log',
      'command-not-found',
      'config',
      '+  "command": "npx"',
      '-  "command": "npz"',
      'mcp-fix check',
      '20.20.2',
      '1.2.3',
      '2026-03-01',
      'the official client',
      'was a typo',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(SECRET.slice(4, 12));
  });

  test('foreign text is inert: it opens no fence, heading, link, image or mention', () => {
    const evil = '```\n# owned\n![x](https://evil.example/p.png) [y](javascript:1) @everyone <script>\n````';
    const base = newRecord(parts());
    const record: FixRecord = {
      ...base,
      note: evil,
      title: evil,
      error: {...base.error, text: evil, trigger: evil},
      failure: {...base.failure, title: evil, cause: evil, evidence: [{label: evil, text: evil}]},
      server: {...base.server, name: evil},
      before: evil,
    };
    // What is outside fences and code spans is ours.
    let fence: string | null = null;
    const outside = toMarkdown([record])
      .split('\n')
      .filter((line) => {
        const run = /^`{3,}/.exec(line)?.[0] ?? null;
        if (fence !== null) {
          if (run === fence && line === run) fence = null;
          return false;
        }
        if (run === null) return true;
        fence = run;
        return false;
      })
      .map((line) => line.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''));
    expect(fence).toBeNull();
    expect(outside.join('\n')).not.toMatch(/evil|owned|everyone|script/);
  });

  test('long text is cut and says so', () => {
    const base = newRecord(parts());
    const text = toMarkdown([{...base, error: {...base.error, text: 'word '.repeat(5000)}}]);
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('characters more');
  });

  test('an empty log is a sentence', () => expect(toMarkdown([])).toContain('No fix is recorded yet'));
});

describe('approvals and preferences', () => {
  const digest = 'ab'.repeat(32);
  const what = {name: 'notes', client: 'cursor', file: '/x'};
  const store = (): string => path.join(home, '.config', 'mcp-fix', 'approvals.json');

  test('are kept in a private file and hold for the digest only', async () => {
    const first = await openApprovals(hostOf());
    expect(first.isApproved(digest)).toBe(false);
    await first.approve(digest, what);
    const again = await openApprovals(hostOf());
    expect(again.isApproved(digest)).toBe(true);
    expect(again.isApproved('cd'.repeat(32))).toBe(false);
    expect(again.isApproved('__proto__')).toBe(false);
    expect(again.list()).toMatchObject([{digest, name: 'notes'}]);
    expect((await fs.stat(store())).mode & 0o777).toBe(0o600);
    await again.forget(digest);
    expect((await openApprovals(hostOf())).isApproved(digest)).toBe(false);
  });

  test.each(['{"a', '[]', '"x"', '', '{"__proto__":1}x'])(
    'a damaged store %j is set aside and says so once',
    async (text) => {
      await fs.mkdir(path.dirname(store()), {recursive: true});
      await fs.writeFile(store(), text);
      const approvals = await openApprovals(hostOf());
      expect(approvals.trouble).toContain('was damaged');
      await approvals.approve(digest, what);
      expect((await openApprovals(hostOf())).trouble).toBeNull();
      const aside = (await fs.readdir(path.dirname(store()))).find((name) => name.includes('.damaged-')) ?? '';
      expect(await fs.readFile(path.join(path.dirname(store()), aside), 'utf8')).toBe(text);
    },
  );

  test('work without a home, and where the folder cannot be', async () => {
    await fs.writeFile(path.join(home, '.config'), 'a file');
    for (const host of [hostOf({home: null}), hostOf()]) {
      const approvals = await openApprovals(host);
      expect(approvals.trouble).toContain('for this run only');
      await approvals.approve(digest, what);
      expect(approvals.isApproved(digest)).toBe(true);
    }
  });

  test('preferences keep plain values', async () => {
    const preferences = await openPreferences(hostOf());
    await preferences.set('a.b', {seen: true});
    expect((await openPreferences(hostOf())).get('a.b')).toEqual({seen: true});
    expect((await openPreferences(hostOf())).get('toString')).toBeUndefined();
  });
});
