// node test/bench/list.mjs [runs] [entries for each client]: `mcp-fix list` of the built program with many
// clients and entries, beyond the time of `--help`. Goal: 200 ms for 22 clients with 1,000 entries between them.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/mcp-fix.js');
const runs = Number(process.argv[2] ?? 9);
const sizes = process.argv[3] === undefined ? [30] : [Number(process.argv[3])];
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-bench-'));
const {NODE_EXTRA_CA_CERTS: _slow, ...rest} = process.env;
const env = {...rest, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config')};

const entries = (count, make) => Object.fromEntries(Array.from({length: count}, (_, n) => [`server-${n}`, make(n)]));
const local = (n) => ({
  command: n % 3 === 0 ? 'npx' : 'node',
  args: ['-y', `@example/server-${n}`, '--root', '${HOME}/notes'],
  env: {LOG_LEVEL: 'info', SERVICE_TOKEN: `\${SERVICE_${n}_TOKEN}`},
});
const json = (key, count, make = local) => JSON.stringify({[key]: entries(count, make)}, null, 2);
const toml = (count) =>
  Array.from(
    {length: count},
    (_, n) =>
      `[mcp_servers.server-${n}]\ncommand = "npx"\nargs = ["-y", "@example/server-${n}"]\n\n[mcp_servers.server-${n}.env]\nLOG_LEVEL = "info"\n`,
  ).join('\n');
const yamlMap = (count) =>
  `extensions:\n${Array.from({length: count}, (_, n) => `  server-${n}:\n    type: stdio\n    cmd: npx\n    args: ["-y", "@example/server-${n}"]\n    envs: {LOG_LEVEL: info}\n    enabled: true\n`).join('')}`;
const yamlList = (count) =>
  `name: x\nmcpServers:\n${Array.from({length: count}, (_, n) => `  - name: server-${n}\n    command: npx\n    args: ["-y", "@example/server-${n}"]\n`).join('')}`;
const listed = (n) => ({
  type: 'local',
  command: ['npx', '-y', `@example/server-${n}`],
  environment: {LOG_LEVEL: 'info'},
});

/** Where each client keeps its servers on Linux, and what such a file looks like. */
const files = (count) => ({
  '.claude.json': json('mcpServers', count),
  '.config/Code/User/mcp.json': json('servers', count),
  '.config/Code - Insiders/User/mcp.json': json('servers', count),
  '.cursor/mcp.json': json('mcpServers', count),
  '.config/Claude/claude_desktop_config.json': json('mcpServers', count),
  '.codex/config.toml': toml(count),
  '.copilot/mcp-config.json': json('mcpServers', count),
  '.config/github-copilot/intellij/mcp.json': json('servers', count),
  '.gemini/settings.json': json('mcpServers', count),
  '.gemini/config/mcp_config.json': json('mcpServers', count),
  '.codeium/windsurf/mcp_config.json': json('mcpServers', count),
  '.cline/data/settings/cline_mcp_settings.json': json('mcpServers', count),
  '.config/opencode/opencode.json': json('mcp', count, listed),
  '.ai/mcp/mcp.json': json('mcpServers', count),
  '.junie/mcp/mcp.json': json('mcpServers', count),
  '.config/zed/settings.json': json('context_servers', count),
  '.kiro/settings/mcp.json': json('mcpServers', count),
  '.aws/amazonq/mcp.json': json('mcpServers', count),
  '.config/kilo/kilo.json': json('mcp', count, listed),
  '.lmstudio/mcp.json': json('mcpServers', count),
  '.continue/config.yaml': yamlList(count),
  '.warp/.mcp.json': json('mcpServers', count),
  '.qwen/settings.json': json('mcpServers', count),
  '.config/goose/config.yaml': yamlMap(count),
  '.config/amp/settings.json': json('amp.mcpServers', count),
});

const time = (args) => {
  const from = process.hrtime.bigint();
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {env, cwd: home, maxBuffer: 1e9});
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return {ms, stdout: String(stdout)};
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  for (const size of sizes) {
    for (const [file, text] of Object.entries(files(size))) {
      fs.mkdirSync(path.dirname(path.join(home, file)), {recursive: true});
      fs.writeFileSync(path.join(home, file), text);
    }
    const found = JSON.parse(time(['list', '--json']).stdout).servers;
    const beyond = [];
    for (let run = 0; run < runs; run += 1) {
      const bare = time(['--help']).ms;
      beyond.push(time(['list']).ms - bare);
    }
    const clients = new Set(found.map((one) => one.client)).size;
    process.stdout.write(
      `list of ${found.length} entries of ${clients} clients: ${Math.min(...beyond).toFixed(0)} ms beyond start-up at best, median ${median(beyond).toFixed(0)} ms\n`,
    );
  }
} finally {
  fs.rmSync(home, {recursive: true, force: true});
}
