import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Trae and its build for China. */
export const trae: Client = {
  id: 'trae',
  name: 'Trae',
  rules: rulesOf('trae', 'Trae', {
    knownFields: ['fromGalleryId'],
    pathSource: 'gui',
    reload: 'In Trae, open the list of MCP servers in the settings and refresh it.',
  }),
  reading: STANDARD_READING,
  files: ({appData, project}) => [
    ...configFile(project('.trae', 'mcp.json'), 'project', {isProjectFile: true}),
    ...configFile(appData('Trae', 'User', 'mcp.json'), 'user'),
    ...configFile(appData('Trae CN', 'User', 'mcp.json'), 'user-cn'),
  ],
  precedence: [],
  judge: null,
};
