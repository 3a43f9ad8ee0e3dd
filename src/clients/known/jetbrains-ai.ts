import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {jetbrainsXml} from './jetbrains-xml.ts';

/** A file without the wrapper is the map itself. */
const FILE = {tables: [['mcpServers'], []]} as const;

/** JetBrains AI Assistant since 2025.3; before that its servers stood in XML that the program rewrites on exit. */
export const jetbrainsAi: Client = {
  id: 'jetbrains-ai',
  name: 'JetBrains AI Assistant',
  rules: rulesOf('jetbrains-ai', 'JetBrains AI Assistant', {
    urlWithoutType: 'http',
    pathSource: 'gui',
    reload: 'Press Apply in Settings → Tools → AI Assistant → Model Context Protocol.',
  }),
  reading: STANDARD_READING,
  files: (places) => [
    ...configFile(places.project('.ai', 'mcp', 'mcp.json'), 'project', {...FILE, isProjectFile: true}),
    ...configFile(places.home('.ai', 'mcp', 'mcp.json'), 'user', FILE),
    ...jetbrainsXml(places),
  ],
  precedence: [],
  judge: null,
};
