import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Amazon Q Developer; its command line went on as Kiro's. */
export const amazonQ: Client = {
  id: 'amazon-q',
  name: 'Amazon Q Developer',
  rules: rulesOf('amazon-q', 'Amazon Q Developer', {
    fields: {type: 'type', disabled: 'disabled', timeout: 'timeout'},
    knownFields: ['autoApprove', 'disabledTools', 'oauthScopes'],
    types: {stdio: 'stdio', http: 'http'},
    urlWithoutType: 'http',
    expansion: {syntax: ['${env:VAR}'], where: ['env', 'headers'], unset: 'literal'},
    startTimeoutMs: 60_000,
    reload: 'Start Amazon Q again, or refresh its MCP list in the editor.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.amazonq', 'default.json'), 'project', {isProjectFile: true}),
    ...configFile(project('.amazonq', 'mcp.json'), 'project-legacy', {isProjectFile: true}),
    ...configFile(project('.amazonq', 'cli-agents', '*.json'), 'agent-project', {isProjectFile: true}),
    ...configFile(home('.aws', 'amazonq', 'default.json'), 'user'),
    ...configFile(home('.aws', 'amazonq', 'mcp.json'), 'user-legacy'),
    ...configFile(home('.aws', 'amazonq', 'cli-agents', '*.json'), 'agent-user'),
  ],
  precedence: ['project', 'project-legacy', 'user', 'user-legacy'],
  judge: null,
};
