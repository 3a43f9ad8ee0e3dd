import type {Host} from '../../model/host.ts';
import type {ClientRules} from '../../model/server.ts';
import {isClaudeCodeYes} from '../standing/claude-code-yes.ts';

type Environment = ClientRules['environment'];

/** What a server of Claude Code is given in any case, over what it inherits and under what its entry says. */
const MARKS = {CLAUDE_PROJECT_DIR: '{project}', CLAUDECODE: '1'} as const;

/** Never handed on: its own sign-in, and the settings of its own telemetry. */
const OWN = ['^OTEL_', '^CLAUDE_CODE_OAUTH_TOKEN$', '^CLAUDE_CODE_SUBSCRIPTION_TYPE$', '^CLAUDE_CODE_RATE_LIMIT_TIER$'];

/** What CLAUDE_CODE_SUBPROCESS_ENV_SCRUB takes out as well, each also with INPUT_ before its name. */
const SCRUBBED = [
  ...['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_FOUNDRY_API_KEY', 'ANTHROPIC_AWS_API_KEY'],
  ...['ANTHROPIC_BEDROCK_MANTLE_API_KEY', 'ANTHROPIC_CUSTOM_HEADERS', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  ...['AWS_BEARER_TOKEN_BEDROCK', 'GOOGLE_APPLICATION_CREDENTIALS', 'AZURE_CLIENT_SECRET'],
  ...['AZURE_CLIENT_CERTIFICATE_PATH', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
  ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ALL_INPUTS', 'OVERRIDE_GITHUB_TOKEN'],
  ...['DEFAULT_WORKFLOW_TOKEN', 'SSH_SIGNING_KEY'],
];

export const CLAUDE_CODE_ENVIRONMENT: Environment = {
  kind: 'all',
  names: [],
  drops: OWN,
  adds: {...MARKS, COREPACK_ENABLE_AUTO_PIN: '0', NoDefaultCurrentDirectoryInExePath: '1'},
};

/**
 * The environment of Claude Code's servers where a variable of its own changes it: CLAUDE_CODE_MCP_ALLOWLIST_ENV leaves
 * the SDK's short list, CLAUDE_CODE_SUBPROCESS_ENV_SCRUB takes credentials out. Null where neither is set. Seen in servers
 * that Claude Code 2.1.197 started, the scrubbed names in the program itself. Its session id differs each time and is not
 * imitated.
 */
export const claudeCodeEnvironment = (host: Host): Environment | null => {
  if (isClaudeCodeYes(host, 'CLAUDE_CODE_MCP_ALLOWLIST_ENV')) return {kind: 'sdk', names: [], drops: [], adds: MARKS};
  if (!isClaudeCodeYes(host, 'CLAUDE_CODE_SUBPROCESS_ENV_SCRUB')) return null;
  const scrubbed = SCRUBBED.flatMap((name) => [`^${name}$`, `^INPUT_${name}$`]);
  return {...CLAUDE_CODE_ENVIRONMENT, drops: [...OWN, ...scrubbed]};
};
