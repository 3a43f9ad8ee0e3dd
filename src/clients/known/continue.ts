import {isRecord} from '../../model/json.ts';
import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const YAML = {format: 'yaml', tablesAre: 'array'} as const;
/** A file of blocks is called by its own name where its server has none. */
const BLOCK = {...YAML, nameless: '{file}'} as const;

/** Continue keeps servers as a list with names. JSON files in its folders hold the usual map. */
export const continueDev: Client = {
  id: 'continue',
  name: 'Continue',
  rules: rulesOf('continue', 'Continue', {
    fields: {cwd: 'cwd', type: 'type', timeout: 'connectionTimeout'},
    knownFields: ['name', 'requestOptions', 'transport', 'apiKey', 'faviconUrl', 'sourceFile', 'serverName'],
    types: {stdio: 'stdio', sse: 'sse', 'streamable-http': 'http'},
    expansion: {
      syntax: ['${{ secrets.X }}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'error',
    },
    reload: 'Continue restarts the server when the file is saved.',
  }),
  reading: {
    ...STANDARD_READING,
    reshape: (raw) => {
      const options = raw['requestOptions'];
      const headers = isRecord(options) ? options['headers'] : undefined;
      const nested = raw['transport'];
      return {...raw, ...(headers === undefined ? {} : {headers}), ...(isRecord(nested) ? nested : {})};
    },
    // A block that the hub holds.
    isForeign: (raw) => raw['uses'] !== undefined,
  },
  files: ({home, project}) => [
    ...['yaml', 'yml'].flatMap((ending) =>
      configFile(project('.continue', 'mcpServers', `*.${ending}`), 'workspace', {...BLOCK, isProjectFile: true}),
    ),
    ...configFile(project('.continue', 'mcpServers', '*.json'), 'workspace', {isProjectFile: true}),
    ...configFile(home('.continue', 'config.yaml'), 'user', YAML),
    ...['yaml', 'yml'].flatMap((ending) =>
      configFile(home('.continue', 'mcpServers', `*.${ending}`), 'user-blocks', BLOCK),
    ),
    ...configFile(home('.continue', 'mcpServers', '*.json'), 'user-blocks'),
    ...configFile(home('.continue', 'config.json'), 'user-legacy', {
      tables: [['experimental', 'modelContextProtocolServers']],
      tablesAre: 'array',
      // Continue gives all of them this one name (core/config/load.ts).
      nameless: 'MCP Server',
    }),
  ],
  precedence: [],
  judge: null,
};
