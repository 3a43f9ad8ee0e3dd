import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Kiro. It expands only the variables that its setting "Mcp Approved Env Vars" names; others stay as they stand. */
export const kiro: Client = {
  id: 'kiro',
  name: 'Kiro',
  rules: rulesOf('kiro', 'Kiro', {
    fields: {type: 'type', disabled: 'disabled', timeout: 'timeout'},
    knownFields: ['oauth', 'oauthScopes', 'autoApprove', 'disabledTools'],
    types: {stdio: 'stdio', http: 'http', sse: 'sse', registry: 'unknown'},
    urlWithoutType: 'http',
    expansion: {syntax: ['${VAR}'], where: ['command', 'args', 'env', 'url', 'headers'], unset: 'literal'},
    pathSource: 'gui',
    reload: 'Kiro restarts the server when the file is saved.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.kiro', 'settings', 'mcp.json'), 'workspace', {isProjectFile: true}),
    ...configFile(home('.kiro', 'settings', 'mcp.json'), 'user'),
    ...configFile(home('.kiro', 'agents', '*.json'), 'agent'),
  ],
  precedence: ['workspace', 'user'],
  judge: null,
};
