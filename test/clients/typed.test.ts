import {describe, expect, test} from 'vitest';
import {digestOf, type Found, findServers, typedServer, withTyped} from '../../src/clients/index.ts';
import {UserError} from '../../src/model/user-error.ts';
import {hostOf} from './hosts.ts';

const host = hostOf('linux', {HOME: '/home/dev', TOKEN: 'from-the-shell'});
const typed = (text: string) => typedServer(text, '1', {host, projectDir: '/srv/shop'});
const launchOf = async (text: string) => (await typed(text)).entry.launch;

describe('a typed URL', () => {
  test.each([
    ['https://notes.example/mcp', 'notes.example'],
    ['  http://127.0.0.1:9/sse\n', '127.0.0.1:9'],
    ['HTTPS://Notes.Example/mcp', 'notes.example'],
    ['https://', 'typed URL'],
  ])('%j is a remote server named %s', async (text, name) => {
    const {entry} = await typed(text);
    expect(entry).toMatchObject({name, transport: 'http', launch: {kind: 'remote', url: text.trim(), headers: {}}});
  });

  test.each(['localhost:8080', 'C:\\tools\\server.exe', 'mailto:x', './https://x'])('%j is none', async (text) => {
    expect(await launchOf(text)).toMatchObject({kind: 'stdio', command: text});
  });
});

describe('a typed command', () => {
  test.each([
    ['npx -y @example/notes "a folder"', 'npx', ['-y', '@example/notes', 'a folder'], 'notes'],
    ["node server.js ''", 'node', ['server.js', ''], 'server.js'],
    ['uv run server.py', 'uv', ['run', 'server.py'], 'server.py'],
    ['C:\\tools\\srv.exe -p 1', 'C:\\tools\\srv.exe', ['-p', '1'], 'srv'],
    ['my-server $TOKEN ${TOKEN} *', 'my-server', ['$TOKEN', '${TOKEN}', '*'], 'my-server'],
    ['srv A=1', 'srv', ['A=1'], 'srv'],
  ])('%j starts what it says, and nothing expands', async (text, command, args, name) => {
    const {entry} = await typed(text);
    expect(entry.name).toBe(name);
    expect(entry.launch).toEqual({kind: 'stdio', command, args, env: {}, cwd: null});
  });

  test('variables in front are its environment', async () => {
    expect(await launchOf('A=1 B="x y" srv --c=3')).toMatchObject({
      command: 'srv',
      args: ['--c=3'],
      env: {A: '1', B: 'x y'},
    });
  });

  test.each(['', '""', 'A=1', '{"mcpServers": {}}', '["npx"]'])('%j is refused with what to do', async (text) => {
    await expect(typed(text)).rejects.toThrow(UserError);
  });

  test('a token in it is in no evidence', async () => {
    const token = `ghp_${'k7Qz2mR9w'.repeat(4)}`;
    const {entry, evidence} = await typed(`GITHUB_TOKEN=${token} srv --token ${token}`);
    expect(entry.launch).toMatchObject({env: {GITHUB_TOKEN: token}});
    expect(JSON.stringify(evidence)).not.toContain(token);
    expect(entry.key).not.toContain(token);
  });
});

describe('beside what was found', () => {
  const find = (): Promise<Found> => findServers(host, {projectDir: '/nowhere/at/all', clients: ['claude-code']});

  test('it is an entry like any other, of no file and no project', async () => {
    const one = await typed('srv');
    const found = withTyped(await find(), [one]);
    const entry = found.entries.at(-1);
    expect(entry).toMatchObject({client: 'ad-hoc', scope: 'typed here', isProjectFile: false});
    expect(entry?.standing.state).toBe('active');
    expect(found.evidenceOf(one.entry)).toBe(one.evidence);
    expect(found.files).toEqual((await find()).files);
  });

  test('its approval is bound to every word', async () => {
    const digests = await Promise.all(
      ['srv a', 'srv b', 'A=1 srv a', 'https://x.example'].map(async (text) =>
        digestOf((await typed(text)).entry, host),
      ),
    );
    expect(new Set(digests).size).toBe(4);
    expect(await digestOf((await typed('srv a')).entry, host)).toBe(digests[0]);
  });
});
