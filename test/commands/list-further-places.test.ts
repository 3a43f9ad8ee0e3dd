import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {tempHome} from '../helpers/temp-home.ts';

const run = (home: ReturnType<typeof tempHome>, ...words: readonly string[]) =>
  spawnSync(process.execPath, [BIN, ...words], {cwd: home.project, env: home.env, encoding: 'utf8'});

const AGENT = '---\nmcpServers:\n  - notes:\n      command: nod\n      args: [-e, "0"]\n---\n# Body\n';

test('servers of agents, IDEs and extensions are listed with who else reads their file, and told what they are', () => {
  const home = tempHome();
  home.write('home/.claude.json', {mcpServers: {own: {command: 'node'}}});
  home.write('home/.warp/settings', '');
  home.write('home/.claude/agents/keeper.md', AGENT);
  home.write('home/.local/share/zed/extensions/installed/pg/extension.toml', 'id = "pg"\n[context_servers.postgres]\n');
  const {stdout} = run(home, 'list');
  expect(stdout).toContain('Claude Code, user — ~/.claude.json\n  also read by Warp\n  own (stdio)  node\n');
  expect(stdout).toContain('Claude Code, agent — ~/.claude/agents/keeper.md\n  notes (stdio)  nod -e 0\n');
  const {files} = JSON.parse(run(home, 'list', '--json').stdout);
  expect(files.map((file: {alsoReadBy: unknown}) => file.alsoReadBy)).toEqual([['Warp'], [], []]);
  const check = run(home, 'check', 'postgres');
  expect([check.status, check.stdout]).toEqual([
    3,
    expect.stringContaining('not checked: only its client knows how it is started (zed, extension, unknown'),
  ]);
});

test('fix tells whose file it is where an IDE writes it, and leaves it alone', () => {
  const home = tempHome();
  const text =
    '<application><component name="McpApplicationServerCommands"><McpServerCommand><option name="name" value="jb"/><option name="programPath" value="nod"/></McpServerCommand></component></application>';
  home.write('home/.config/JetBrains/PyCharm2025.2/options/llm.mcpServers.xml', text);
  const {stdout, status} = run(home, 'fix', 'jb', '--yes');
  expect(stdout).toMatch(/Not written: \S+llm\.mcpServers\.xml belongs to your JetBrains IDE/);
  expect(status).toBe(3);
  const file = path.join(home.dir, 'home/.config/JetBrains/PyCharm2025.2/options/llm.mcpServers.xml');
  expect(fs.readFileSync(file, 'utf8')).toBe(text);
});
