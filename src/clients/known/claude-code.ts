import {whereInUse} from '../borrowed.ts';
import type {Client} from '../client.ts';
import {limitNamed} from '../entry/start-limit.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {claudeCodeSessionEnv} from '../standing/claude-code-session-env.ts';
import {judgeClaudeCode} from '../standing/claude-code-standing.ts';
import {agentFiles} from './agent-files.ts';
import {CLAUDE_CODE_ENVIRONMENT, claudeCodeEnvironment} from './claude-code-environment.ts';
import {claudeCodePlugins} from './claude-code-plugins.ts';

/** An agent lists its servers: each item is one under its name, or the name of one that stands elsewhere. */
const agents = (pattern: string | null, isProjectFile: boolean) =>
  agentFiles(pattern, 'mcpServers', {
    tablesAre: 'maps',
    isProjectFile,
  });

/** Claude Code: command line, editor extensions and the Code tab of the desktop program. */
export const claudeCode: Client = {
  id: 'claude-code',
  name: 'Claude Code',
  rules: rulesOf('claude-code', 'Claude Code', {
    fields: {type: 'type', timeout: 'timeout'},
    knownFields: ['headersHelper', 'request_timeout_ms', 'alwaysLoad', 'oauth'],
    types: {stdio: 'stdio', http: 'http', 'streamable-http': 'http', sse: 'sse', ws: 'unknown', sdk: 'unknown'},
    urlWithoutType: 'error',
    expansion: {
      syntax: ['${VAR}', '${VAR:-default}'],
      where: ['command', 'args', 'env', 'url', 'headers'],
      unset: 'literal',
    },
    environment: CLAUDE_CODE_ENVIRONMENT,
    startTimeoutMs: 30_000,
    toolPrefix: 'mcp__{server}__',
    reload: 'In Claude Code, run /mcp and choose Reconnect, or start it again.',
  }),
  reading: {
    ...STANDARD_READING,
    envValues: 'strings',
    refusesNull: true,
    startLimit: (_raw, host) => limitNamed(host, 'MCP_TIMEOUT'),
    environment: claudeCodeEnvironment,
  },
  files: (places) => {
    const {env, home, join, projectDirs, projectSpellings, system} = places;
    const state =
      env('CLAUDE_CONFIG_DIR') === null ? home('.claude.json') : join(env('CLAUDE_CONFIG_DIR'), '.claude.json');
    const managed = system({
      linux: '/etc/claude-code/managed-mcp.json',
      darwin: '/Library/Application Support/ClaudeCode/managed-mcp.json',
      win32: 'C:\\Program Files\\ClaudeCode\\managed-mcp.json',
    });
    return [
      ...configFile(managed, 'managed', {keptBy: ADMINISTRATOR}),
      ...projectDirs.flatMap((folder) => configFile(join(folder, '.mcp.json'), 'project', {isProjectFile: true})),
      ...configFile(state, 'user', {
        more: projectSpellings.map((folder) => ({scope: 'local', path: ['projects', folder, 'mcpServers']})),
      }),
      ...projectDirs.flatMap((folder) => agents(join(folder, '.claude', 'agents', '*.md'), true)),
      ...agents(join(env('CLAUDE_CONFIG_DIR') ?? home('.claude'), 'agents', '*.md'), false),
    ];
  },
  delivered: claudeCodePlugins,
  precedence: ['managed', 'local', 'project', 'user'],
  borrows: whereInUse(
    'the Code tab of Claude Desktop',
    ({appData}) => appData('Claude'),
    ({appData, host}) => (host.platform === 'linux' ? [] : [appData('Claude', 'claude_desktop_config.json')]),
  ),
  judge: judgeClaudeCode,
  sessionEnv: claudeCodeSessionEnv,
  // It keeps ~/.claude.json in memory while it runs; these scopes stand there.
  ownEdit: (name, scope) =>
    (scope === 'user' || scope === 'local') && /^[\w.-]+$/.test(name)
      ? `claude mcp remove ${name} --scope ${scope}, then claude mcp add-json ${name} with the mended entry and --scope ${scope}`
      : null,
};
