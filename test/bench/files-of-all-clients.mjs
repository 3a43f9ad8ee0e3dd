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

/** Where each client keeps its servers on Linux, and what such a file looks like, with so many servers in each. */
export const filesOfAllClients = (count) => ({
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
