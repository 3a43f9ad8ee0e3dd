import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** JetBrains Air. The project's .mcp.json counts only where Air's own folder shows that it is in use. */
export const jetbrainsAir: Client = {
  id: 'jetbrains-air',
  name: 'JetBrains Air',
  rules: rulesOf('jetbrains-air', 'JetBrains Air', {
    fields: {type: 'type'},
    pathSource: 'gui',
    reload: 'Air restarts the server when the file is saved.',
  }),
  reading: STANDARD_READING,
  files: ({project}) => [
    ...configFile(project('.air', 'mcp.json'), 'local', {isProjectFile: true}),
    ...configFile(project('.mcp.json'), 'workspace', {isProjectFile: true, onlyWith: project('.air')}),
  ],
  precedence: ['local', 'workspace'],
  judge: null,
};
