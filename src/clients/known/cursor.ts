import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING, WITH_COMMENTS} from '../rules.ts';
import {pluginFolders} from './plugin-folders.ts';

/** Copies of the marketplaces' plugins, and plugins of one's own. */
const cursorPlugins = pluginFolders(
  ({home}) => [home('.cursor', 'plugins', 'cache', '*', '*', '*'), home('.cursor', 'plugins', 'local', '*')],
  'Cursor',
  'mcp.json',
);

export const cursor: Client = {
  id: 'cursor',
  name: 'Cursor',
  rules: rulesOf('cursor', 'Cursor', {
    fields: {type: 'type', envFile: 'envFile', cwd: 'cwd'},
    knownFields: ['auth'],
    types: {stdio: 'stdio', http: 'http', 'streamable-http': 'http', streamableHttp: 'http', sse: 'sse'},
    expansion: {
      syntax: ['${env:VAR}', '${userHome}', '${workspaceFolder}', '${workspaceFolderBasename}', '${pathSeparator}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd', 'auth'],
      unset: 'empty',
    },
    pathSource: 'gui',
    dialect: WITH_COMMENTS,
    reload: 'In Cursor, open Settings → Tools & MCP and switch the server off and on, or restart Cursor.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.cursor', 'mcp.json'), 'project', {isProjectFile: true, dialect: WITH_COMMENTS}),
    ...configFile(home('.cursor', 'mcp.json'), 'user', {dialect: WITH_COMMENTS}),
  ],
  delivered: cursorPlugins,
  precedence: ['project', 'user'],
  judge: null,
};
