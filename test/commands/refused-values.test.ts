import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** Seen with the real programs: Claude Code 2.1 skips such an entry, Gemini CLI 0.61 does not connect it. */
const NULLS = {
  args: {command: 'node', args: null},
  env: {command: 'node', args: ['-e', '0'], env: null},
  headers: {type: 'http', url: 'http://127.0.0.1:1/mcp', headers: null},
};

test.each(Object.entries(NULLS))(
  '"%s": null makes Claude Code skip the entry; the fix removes it',
  async (key, entry) => {
    const world = tempHome();
    world.write('home/.claude.json', {mcpServers: {notes: entry}});
    const {out} = await runProgram(world, ['check', '--yes', '--json', '--client', 'claude-code']);
    const [server] = JSON.parse(out).servers;
    expect(server.status).toBe('broken');
    expect(server.findings[0].cause).toContain(`"${key}" of "notes" is null`);
    expect(server.findings[0].fixes[0].title).toBe(`Remove "${key}": it holds nothing`);
  },
);

test('to a client that takes null for nothing it is nothing', async () => {
  const world = tempHome();
  world.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: 'no-such-program-here', args: null, env: null}}});
  const {out} = await runProgram(world, ['check', '--yes', '--json', '--client', 'cursor']);
  const [server] = JSON.parse(out).servers;
  expect(server.findings.map(({id}: {id: string}) => id)).not.toContain('args-not-list');
  expect(server.findings.map(({id}: {id: string}) => id)).not.toContain('map-expected');
});

test('a number in "env" keeps Gemini CLI from connecting; Qwen Code bears it', async () => {
  const world = tempHome();
  const servers = {mcpServers: {notes: {command: 'no-such-program-here', env: {PORT: 3000}}}};
  world.write('home/.gemini/settings.json', servers);
  world.write('home/.qwen/settings.json', servers);
  const {out} = await runProgram(world, ['check', '--yes', '--json']);
  const found = Object.fromEntries(
    JSON.parse(out).servers.map((one: {client: string; findings: readonly {id: string; severity: string}[]}) => [
      one.client,
      one.findings.find(({id}) => id === 'text-expected')?.severity,
    ]),
  );
  expect(found['gemini-cli']).toBe('error');
  expect(found['qwen-code']).not.toBe('error');
});

test('Codex refuses a field of the other kind, and with it the whole file; one removal mends both entries', async () => {
  const world = tempHome();
  world.write(
    'home/.codex/config.toml',
    '[mcp_servers.far]\nurl = "http://127.0.0.1:1/mcp"\ncwd = "/x"\n\n[mcp_servers.near]\ncommand = "no-such-program-here"\n',
  );
  const before = JSON.parse((await runProgram(world, ['check', '--yes', '--json', '--client', 'codex'])).out);
  const ids = (json: {
    servers: readonly {name: string; findings: readonly {id: string}[]}[];
  }): Record<string, string | undefined> =>
    Object.fromEntries(json.servers.map(({name, findings}) => [name, findings[0]?.id]));
  expect(ids(before)).toEqual({far: 'field-of-other-transport', near: 'other-entry-refused'});
  world.write(
    'home/.codex/config.toml',
    '[mcp_servers.far]\nurl = "http://127.0.0.1:1/mcp"\n\n[mcp_servers.near]\ncommand = "no-such-program-here"\n',
  );
  const after = ids(JSON.parse((await runProgram(world, ['check', '--yes', '--json', '--client', 'codex'])).out));
  expect(after['far']).not.toBe('field-of-other-transport');
  expect(after['near']).toBe('command-not-found');
});
