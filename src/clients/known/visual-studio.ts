import type {Client} from '../client.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';

/** Visual Studio on Windows. It reads files of VS Code and Cursor as well, all of them side by side. */
export const visualStudio: Client = {
  id: 'visual-studio',
  name: 'Visual Studio',
  rules: rulesOf('visual-studio', 'Visual Studio', {
    fields: {type: 'type'},
    urlWithoutType: 'http',
    expansion: {
      syntax: ['${input:id}', '${env:VAR}', '${workspaceFolder}'],
      where: ['command', 'args', 'env', 'url', 'headers'],
      unset: 'literal',
    },
    pathSource: 'gui',
    dialect: RELAXED,
    reload: 'Visual Studio restarts the server when the file is saved.',
  }),
  reading: STANDARD_READING,
  files: ({home, host, localAppData, project}) => {
    if (host.platform !== 'win32') return [];
    const file = {
      format: 'jsonc',
      dialect: RELAXED,
      tables: [['servers']],
      onlyWith: localAppData('Microsoft', 'VisualStudio'),
    } as const;
    const own = {...file, isProjectFile: true};
    return [
      ...configFile(home('.mcp.json'), 'user', file),
      ...configFile(project('.vs', 'mcp.json'), 'solution-user', own),
      ...configFile(project('.mcp.json'), 'solution', own),
      ...configFile(project('.vscode', 'mcp.json'), 'vscode', own),
      ...configFile(project('.cursor', 'mcp.json'), 'cursor', {...own, tables: [['mcpServers'], ['servers']]}),
    ];
  },
  precedence: [],
  judge: null,
};
