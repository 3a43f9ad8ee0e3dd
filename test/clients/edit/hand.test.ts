import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {applyChange, type Plan, planChange, type Refusal, undoChange} from '../../../src/clients/edit/index.ts';
import type {Change, Edit, Rewrite} from '../../../src/model/change.ts';
import type {Host} from '../../../src/model/host.ts';
import type {KeyPath} from '../../../src/model/json.ts';

let home = '';
beforeEach(async () => {
  home = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-hand-')));
});
afterEach(() => fs.rm(home, {recursive: true, force: true}));

const hostOf = (cwd = home): Host => ({
  platform: 'linux',
  arch: 'x64',
  osRelease: '6',
  home,
  cwd,
  env: {},
  node: {path: '/usr/bin/node', version: '20.20.2'},
  cores: 2,
  uid: process.getuid?.() ?? null,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '0.0.0',
  now: () => Date.now(),
});

const file = (name = 'c.json'): string => path.join(home, name);
const dataDir = (): string => path.join(home, 'data');
const change = (keys: KeyPath, edit: Edit, name?: string): Change => ({
  file: file(name),
  path: keys,
  edit,
  why: 'test',
});
const isPlan = (plan: Plan | Refusal): plan is Plan => 'bytesAfter' in plan;
const planned = async (one: Change, value?: string): Promise<Plan> => {
  const plan = await planChange(one, {host: hostOf(), ...(value === undefined ? {} : {value})});
  if (!isPlan(plan)) throw new Error(plan.refused);
  return plan;
};
const refused = async (one: Change, value?: string): Promise<Refusal> => {
  const plan = await planChange(one, {host: hostOf(), ...(value === undefined ? {} : {value})});
  if (isPlan(plan)) throw new Error('was not refused');
  return plan;
};
const edited = async (text: string, keys: KeyPath, edit: Edit, name?: string, value?: string): Promise<string> => {
  await fs.writeFile(file(name), text);
  return (await planned(change(keys, edit, name), value)).bytesAfter.toString();
};
const options = (): {host: Host; dataDir: string} => ({host: hostOf(), dataDir: dataDir()});

describe('the bytes of an edit', () => {
  const entry =
    '{\r\n\t"mcpServers": {\r\n\t\t"notes": { "command": "npx", "args": ["-y", "x"] } // mine\r\n\t}\r\n}\r\n';

  test('only the value changes: CRLF, tabs, comments stay', async () => {
    expect(await edited(entry, ['mcpServers', 'notes', 'command'], {kind: 'set', value: 'node'})).toBe(
      entry.replace('"npx"', '"node"'),
    );
  });

  test('a new key in a one-line object stays on the line', async () => {
    expect(await edited(entry, ['mcpServers', 'notes', 'type'], {kind: 'set', value: 'stdio'})).toBe(
      entry.replace('"x"] }', '"x"], "type": "stdio" }'),
    );
  });

  test('a new entry takes the indentation and the line ends', async () => {
    expect(await edited(entry, ['mcpServers', 'b'], {kind: 'set', value: {command: 'x'}})).toBe(
      entry.replace('} // mine', '}, // mine\r\n\t\t"b": {\r\n\t\t\t"command": "x"\r\n\t\t}'),
    );
  });

  test('missing parents are made', async () => {
    expect(
      await edited('{\n  "a": {\n    "command": "x"\n  }\n}\n', ['a', 'env', 'TOKEN'], {kind: 'set', value: '${T}'}),
    ).toBe('{\n  "a": {\n    "command": "x",\n    "env": {\n      "TOKEN": "${T}"\n    }\n  }\n}\n');
  });

  test('a byte order mark stays, and is what "encode" removes', async () => {
    expect(await edited('\ufeff{"a": 1}', ['a'], {kind: 'set', value: 2})).toBe('\ufeff{"a": 2}');
    expect(await edited('\ufeff{"a": 1}', [], {kind: 'encode', to: 'utf-8'})).toBe('{"a": 1}');
  });

  test('a bare document gets its wrapper', async () => {
    expect(await edited('{\n  "a": {"command": "x"}\n}\n', [], {kind: 'move', to: ['mcpServers']})).toBe(
      '{\n  "mcpServers": {\n    "a": {"command": "x"}\n  }\n}\n',
    );
  });

  test('a table moves up with its comments', async () => {
    const text = '{\n  "mcp": {\n    "servers": {\n      // keep\n      "a": {"url": 1.0}\n    }\n  }\n}\n';
    expect(await edited(text, ['mcp', 'servers'], {kind: 'move', to: ['mcpServers']})).toBe(
      '{\n  "mcp": {\n  },\n  "mcpServers": {\n    // keep\n    "a": {"url": 1.0}\n  }\n}\n',
    );
  });

  test('TOML: a value, a new variable, a renamed table', async () => {
    const toml =
      '# top\n[mcp_servers."a.b"] # n\ncommand = \'npx\' # c\nargs = ["-y", "foo",  # one\n  "bar"]\n\n[other]\nx = 1_000\n';
    expect(await edited(toml, ['mcp_servers', 'a.b', 'command'], {kind: 'set', value: 'node'}, 'c.toml')).toBe(
      toml.replace("'npx'", "'node'"),
    );
    expect(await edited(toml, ['mcp_servers', 'a.b', 'env', 'T'], {kind: 'set', value: 'v'}, 'c.toml')).toBe(
      toml.replace('"bar"]', '"bar"]\nenv = { T = "v" }'),
    );
    expect(await edited(toml, ['mcp_servers'], {kind: 'rename', to: 'servers'}, 'c.toml')).toBe(
      toml.replace('mcp_servers', 'servers'),
    );
    expect(await edited(toml, ['mcp_servers', 'a.b', 'args', 1], {kind: 'remove'}, 'c.toml')).toBe(
      toml.replace('"foo",  # one', '# one'),
    );
  });

  test('YAML: a value, a new key, an item', async () => {
    const yaml =
      'extensions: # e\n  dev:\n    cmd: npx   # run\n    args:\n      - -y\n      - foo # two\n    envs: {}\n';
    expect(await edited(yaml, ['extensions', 'dev', 'cmd'], {kind: 'set', value: 'node'}, 'c.yaml')).toBe(
      yaml.replace('npx', 'node'),
    );
    expect(await edited(yaml, ['extensions', 'dev', 'envs', 'T'], {kind: 'set', value: 'v'}, 'c.yaml')).toBe(
      yaml.replace('{}', '{"T": "v"}'),
    );
    expect(await edited(yaml, ['extensions', 'dev', 'args'], {kind: 'insert', index: 2, value: 'bar'}, 'c.yaml')).toBe(
      yaml.replace('# two\n', '# two\n      - bar\n'),
    );
  });
});

describe('rewrites', () => {
  const value = async (old: unknown, how: Rewrite): Promise<unknown> => {
    const text = await edited(JSON.stringify({a: {v: old}}), ['a', 'v'], {kind: 'rewrite', how});
    return JSON.parse(text).a.v;
  };
  const keys = {commandKey: 'command', argsKey: 'args'};

  test.each<[unknown, Rewrite, unknown]>([
    ['abc', {how: 'prefix', text: 'Bearer '}, 'Bearer abc'],
    ['${env:T}', {how: 'replace-text', from: '${env:T}', to: '${T}'}, '${T}'],
    [' x\u00a0', {how: 'trim'}, 'x'],
    ['ab\ncd\r', {how: 'strip-control'}, 'abcd'],
    ['"abc"', {how: 'unquote'}, 'abc'],
    ['Bearer "abc"', {how: 'unquote'}, 'Bearer abc'],
    ['Bearer x1', {how: 'strip-scheme'}, 'x1'],
    ['Bearer Bearer x1', {how: 'set-scheme', scheme: 'Bearer'}, 'Bearer x1'],
    ['bearer: x1', {how: 'set-scheme', scheme: 'Bearer'}, 'Bearer x1'],
    ['Baerer 12345678', {how: 'set-scheme', scheme: 'Bearer'}, 'Bearer 12345678'],
    [
      {command: 'npx -y "a b"', args: ['z']},
      {how: 'split-command', ...keys},
      {command: 'npx', args: ['-y', 'a b', 'z']},
    ],
    [{command: ['npx -y a']}, {how: 'split-command', ...keys}, {command: ['npx', '-y', 'a']}],
    [
      {command: 'npx', args: ['-y', 'a']},
      {how: 'wrap-command', ...keys, words: ['cmd', '/c']},
      {command: 'cmd', args: ['/c', 'npx', '-y', 'a']},
    ],
    [
      {command: 'cd x && node y', args: ['a b']},
      {how: 'wrap-shell', ...keys, shell: ['sh', '-c']},
      {command: 'sh', args: ['-c', 'cd x && node y "a b"']},
    ],
    ['-y "a b"', {how: 'to-list', split: true}, ['-y', 'a b']],
    ['-y a', {how: 'to-list', split: false}, ['-y a']],
    ['X: 1\nY: a:b', {how: 'to-map'}, {X: '1', Y: 'a:b'}],
    [[{name: 'A', value: 'b'}, 'C=d'], {how: 'to-map'}, {A: 'b', C: 'd'}],
    [{A: 1, B: true, C: 'x'}, {how: 'to-text'}, {A: '1', B: 'true', C: 'x'}],
    [8080, {how: 'to-text'}, '8080'],
  ])('%j by %j', async (old, how, next) => {
    expect(await value(old, how)).toEqual(next);
  });
});

describe('refusals', () => {
  test('a value that only the person knows', async () => {
    await fs.writeFile(file(), '{"h": {"Authorization": ""}}');
    const ask: Edit = {
      kind: 'ask',
      label: 'the token of notes',
      isSecret: true,
      shape: 'token',
      template: 'Bearer {value}',
    };
    const one = change(['h', 'Authorization'], ask);
    expect((await refused(one)).needsValue).toBe('the token of notes');
    expect((await refused(one, '  ')).needsValue).toBe('the token of notes');
    const plan = await planned(one, ' Bearer abcdef12345 \n');
    expect(plan.bytesAfter.toString()).toBe('{"h": {"Authorization": "Bearer abcdef12345"}}');
    expect(JSON.stringify(plan.preview)).not.toContain('abcdef12');
  });

  test('duplicate keys, broken documents, UTF-16, nothing there', async () => {
    await fs.writeFile(file(), '{"a": {"x": 1}, "a": {"x": 2}}');
    const twice = await refused(change(['a', 'x'], {kind: 'set', value: 3}));
    expect(twice.refused).toContain('stands twice');
    expect(twice.patch?.length).toBeGreaterThan(0);
    await fs.writeFile(file(), '{"a": 1,,}');
    expect((await refused(change(['a'], {kind: 'set', value: 3}))).refused).toContain('does not parse');
    await fs.writeFile(file(), Buffer.from('\ufeff{"a": 1}', 'utf16le'));
    expect((await refused(change(['a'], {kind: 'set', value: 3}))).refused).toContain('UTF-16');
    expect((await planned(change([], {kind: 'encode', to: 'utf-8'}))).bytesAfter.toString()).toBe('{"a": 1}');
    await fs.writeFile(file(), '{"a": 1}');
    expect((await refused(change(['b'], {kind: 'remove'}))).refused).toContain('not there any more');
    expect((await refused(change(['a'], {kind: 'set', value: 1}))).refused).toContain('already');
    await fs.rm(file());
    expect((await refused(change(['b'], {kind: 'remove'}))).refused).toContain('not there any more');
  });

  test('a repair of the syntax must really repair it', async () => {
    await fs.writeFile(file(), '{"a": 1 "b": 2}');
    const repair = (text: string): Change => change([], {kind: 'syntax', edits: [{offset: 7, length: 0, text}]});
    expect((await planned(repair(','))).bytesAfter.toString()).toBe('{"a": 1, "b": 2}');
    expect((await refused(repair(';'))).refused).toContain('by hand');
  });
});

test('the preview shows the change, not the secrets around it', async () => {
  const text =
    '{\n  "env": {\n    "MY_TOKEN": "sup3rsecretvalue",\n    "LOG": "debgu",\n    "ESC": "\\u001b[31m"\n  }\n}\n';
  await fs.writeFile(file(), text);
  const {preview} = await planned(change(['env', 'LOG'], {kind: 'set', value: 'debug'}));
  expect(preview.line).toBe(4);
  expect(preview.diff).toContain('+    "LOG": "debug",');
  expect(preview.diff.join('\n')).not.toContain('sup3r');
  expect(preview.after).toBe('debug');
});

describe('apply and undo', () => {
  const old = '{"a": {"command": "npz", "n": 12345678901234567890}, "b": 1}\n';
  const set = (keys: KeyPath, value: string): Change => change(keys, {kind: 'set', value});

  test('undo gives back the exact bytes, in any order, after the same file went on', async () => {
    await fs.writeFile(file(), old, {mode: 0o640});
    const first = await applyChange(await planned(set(['a', 'command'], 'npx')), options());
    const second = await applyChange(await planned(set(['b'], 'two')), options());
    expect((await undoChange(first.id, options())).kind).toBe('value-only');
    expect(await fs.readFile(file(), 'utf8')).toBe(old.replace('1}\n', '"two"}\n'));
    expect((await undoChange(second.id, options())).kind).toBe('value-only');
    expect(await fs.readFile(file(), 'utf8')).toBe(old);
    expect((await fs.readdir(home)).sort()).toEqual(['c.json', 'data']);
  });

  test('the latest is undone byte for byte; again is told, not done', async () => {
    await fs.writeFile(file(), old);
    const receipt = await applyChange(await planned(set(['a', 'command'], 'npx')), options());
    expect(await fs.readFile(receipt.backup, 'utf8')).toBe(old);
    expect((await undoChange('latest', options())).kind).toBe('exact-bytes');
    expect(await fs.readFile(file(), 'utf8')).toBe(old);
    await expect(undoChange('latest', options())).rejects.toThrow(/no change to undo/);
    expect((await undoChange(receipt.id, options())).kind).toBe('already-undone');
  });

  test('a value that somebody else changed since is left alone', async () => {
    await fs.writeFile(file(), old);
    await applyChange(await planned(set(['a', 'command'], 'npx')), options());
    const theirs = '{"a": {"command": "deno"}}';
    await fs.writeFile(file(), theirs);
    expect((await undoChange('latest', options())).kind).toBe('refused');
    expect(await fs.readFile(file(), 'utf8')).toBe(theirs);
  });

  test('a file written between look and yes: the same change goes on, another is shown again', async () => {
    await fs.writeFile(file(), old);
    const plan = await planned(set(['a', 'command'], 'npx'));
    await fs.writeFile(file(), '{\n"new": 1,\n"a": {"command": "other"}}');
    await expect(applyChange(plan, options())).rejects.toThrow(/written since you looked/);
    expect(await fs.readFile(file(), 'utf8')).toContain('other');
    await fs.writeFile(file(), `\n\n${old}`);
    await applyChange(plan, options());
    expect(await fs.readFile(file(), 'utf8')).toBe(`\n\n${old.replace('npz', 'npx')}`);
  });

  test('makes a settings file in a project, and undo removes it', async () => {
    const project = path.join(home, 'project');
    await fs.mkdir(project);
    const one: Change = {
      file: path.join(project, '.claude', 'settings.local.json'),
      path: ['enabledMcpjsonServers'],
      edit: {kind: 'set', value: ['notes']},
      why: 'test',
    };
    const host = hostOf(project);
    const plan = await planChange(one, {host});
    if (!isPlan(plan)) throw new Error(plan.refused);
    await applyChange(plan, {host, dataDir: dataDir()});
    expect(JSON.parse(await fs.readFile(one.file, 'utf8'))).toEqual({enabledMcpjsonServers: ['notes']});
    expect((await fs.stat(one.file)).mode & 0o777).toBe(0o644);
    expect((await undoChange('latest', {host, dataDir: dataDir()})).kind).toBe('file-removed');
    await expect(fs.stat(one.file)).rejects.toThrow();
  });

  test('no backup, no change', async () => {
    await fs.writeFile(file(), old);
    await fs.writeFile(dataDir(), 'a file where the folder should be');
    await expect(applyChange(await planned(set(['b'], 'x')), options())).rejects.toThrow(/no backup can be kept/);
    expect(await fs.readFile(file(), 'utf8')).toBe(old);
  });
});
