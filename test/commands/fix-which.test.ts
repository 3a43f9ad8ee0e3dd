import {expect, test} from 'vitest';
import {check} from '../../src/commands/check.ts';
import {fix} from '../../src/commands/fix.ts';
import {list} from '../../src/commands/list.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const SERVER = `console.error('Error: NOTES_TOKEN environment variable is required'); process.exit(1);\n`;

/** Two clients with a server of one name; each entry has a digest of its own. */
const twoClients = (): TempHome => {
  const world = tempHome();
  const server = world.write('project/server.mjs', SERVER);
  world.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: 'node', args: [server]}}});
  world.write('home/.claude.json', {mcpServers: {notes: {command: 'node', args: [server], env: {LEVEL: '2'}}}});
  return world;
};

const digestIn = (out: string): string => /--trust (\w{64})/.exec(out)?.[1] ?? '';

test('the next command names what chose this entry among those of its name', async () => {
  const world = twoClients();
  const words = ['fix', 'notes', '--client', 'cursor', '--project', `${world.project}/a b`];
  const ran = await runCommand(fix, world, words);
  expect(ran.code).toBe(3);
  expect(ran.out).toContain(`mcp-fix fix "notes" --client cursor --project "${world.project}/a b" --trust `);
  // Where nothing was chosen, nothing is added.
  const plain = await runCommand(fix, world, ['fix', 'notes']);
  expect(plain.out).toMatch(/mcp-fix fix "notes" --trust \w{64}/);
});

test('the digest of the second entry repairs the second one: it alone is asked, and it is the broken one', async () => {
  const world = twoClients();
  const first = digestIn((await runCommand(fix, world, ['fix', 'notes'])).out);
  const only = await runCommand(fix, world, ['fix', 'notes', '--client', 'cursor']);
  const digests = [
    digestIn(only.out),
    digestIn((await runCommand(fix, world, ['fix', 'notes', '--client', 'claude-code'])).out),
  ];
  expect(digests).toContain(first);
  for (const digest of digests) {
    const ran = await runCommand(fix, world, ['fix', 'notes', '--trust', digest]);
    expect(ran.out).toContain('NOTES_TOKEN is not set');
    expect(ran.out).toContain('This fix needs NOTES_TOKEN');
    expect(ran.out).not.toContain('by hand');
  }
});

test('what the file alone shows is no verdict on a server that was not asked', async () => {
  const ran = await runCommand(fix, twoClients(), ['fix', 'notes']);
  expect([ran.code, ran.out]).toEqual([3, expect.stringContaining('Not checked. notes was not approved')]);
  expect(ran.out).not.toContain('No change of a setting mends this');
});

test('a file that hides its servers is counted, and what to do next is told', async () => {
  const world = tempHome();
  world.write('home/.cursor/mcp.json', '{"mcpServers": {"a": {"command": "node"}}}\n<<<<<<< x\n');
  const ran = await runCommand(check, world, ['check']);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('1 file with a failure, which can hide servers.\nTo repair one step by step: mcp-fix\n');
  const fixed = await runCommand(fix, world, ['fix', 'a']);
  expect(fixed.out).toMatch(/No change of a setting mends this; you can: .+\nTo read more: mcp-fix explain [\w-]+\n/);
  // A healthy set-up says neither.
  world.write('home/.cursor/mcp.json', {mcpServers: {}});
  expect((await runCommand(check, world, ['check'])).out).not.toContain('hide servers');
});

test('in the home folder the user’s own file is told once, and a project beside it still counts', async () => {
  const world = tempHome();
  world.write('home/.codex/config.toml', '[mcp_servers.notes]\ncommand = "node"\n');
  world.write('project/.codex/config.toml', '[mcp_servers.mine]\ncommand = "node"\n');
  const home = await runCommand(list, {...world, project: world.home}, ['list']);
  expect(home.out.match(/config\.toml/g)).toHaveLength(1);
  expect(home.out).toContain('Codex, user');
  const both = await runCommand(list, world, ['list']);
  expect(both.out).toContain('Codex, project');
  expect(both.out).toContain('Codex, user');
});
