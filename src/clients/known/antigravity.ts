import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Google Antigravity shares the folder of Gemini CLI and nothing else. Remote servers stand under `serverUrl`. */
export const antigravity: Client = {
  id: 'antigravity',
  name: 'Antigravity',
  rules: rulesOf('antigravity', 'Antigravity', {
    fields: {url: ['serverUrl'], disabled: 'disabled'},
    knownFields: ['disabledTools'],
    pathSource: 'gui',
    reload: 'In Antigravity, open MCP Servers → Manage and press Refresh.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.agents', 'mcp_config.json'), 'workspace', {isProjectFile: true}),
    ...configFile(home('.gemini', 'config', 'mcp_config.json'), 'user'),
    ...['antigravity', 'antigravity-cli', 'antigravity-ide'].flatMap((folder) =>
      configFile(home('.gemini', folder, 'mcp_config.json'), 'user-old'),
    ),
  ],
  precedence: ['workspace', 'user', 'user-old'],
  judge: null,
};
