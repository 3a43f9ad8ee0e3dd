import type {Client} from '../client.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {inEditors} from './editor-folders.ts';

/** Before its new home Kilo read `mcpServers` in the shape of Roo Code, of which it is a relative. */
const LEGACY = rulesOf('kilo-code', 'Kilo Code', {
  fields: {cwd: 'cwd', type: 'type', disabled: 'disabled', timeout: 'timeout'},
  knownFields: ['alwaysAllow', 'watchPaths', 'disabledTools'],
  types: {stdio: 'stdio', sse: 'sse', 'streamable-http': 'http'},
  urlWithoutType: 'error',
  startTimeoutMs: 60_000,
  reload: 'Refresh the MCP panel of Kilo Code.',
});

const FILE = {format: 'jsonc', dialect: RELAXED, tables: [['mcp']], mistakable: KNOWN_TABLES} as const;

export const kiloCode: Client = {
  id: 'kilo-code',
  name: 'Kilo Code',
  rules: rulesOf('kilo-code', 'Kilo Code', {
    fields: {args: null, env: 'environment', type: 'type', enabled: 'enabled', timeout: 'timeout'},
    commandIsArray: true,
    knownFields: ['oauth'],
    types: {local: 'stdio', remote: 'http'},
    urlWithoutType: 'error',
    expansion: {syntax: ['{env:VAR}'], where: ['command', 'args', 'env', 'url', 'headers'], unset: 'empty'},
    startTimeoutMs: 30_000,
    dialect: RELAXED,
    reload: 'Refresh the MCP panel of Kilo Code, or start it again.',
  }),
  reading: STANDARD_READING,
  files: (places) => {
    const {dotConfig, home, join, project} = places;
    const both = (folder: string | null, scope: string, isProjectFile = false) =>
      ['kilo.json', 'kilo.jsonc'].flatMap((name) => configFile(join(folder, name), scope, {...FILE, isProjectFile}));
    return [
      ...both(project('.kilo'), 'project-dir', true),
      ...both(project(), 'project', true),
      ...configFile(project('.kilocode', 'mcp.json'), 'project-legacy', {rules: LEGACY, isProjectFile: true}),
      ...both(dotConfig('kilo'), 'user'),
      // Names of its forebear's files, which it takes in its own folder.
      ...['opencode.json', 'opencode.jsonc', 'config.json'].flatMap((name) =>
        configFile(dotConfig('kilo', name), 'user', FILE),
      ),
      ...inEditors(places, 'kilocode.kilo-code', 'settings', 'mcp_settings.json').flatMap((path) =>
        configFile(path, 'user-legacy', {rules: LEGACY}),
      ),
      ...configFile(home('.kilocode', 'cli', 'global', 'settings', 'mcp_settings.json'), 'cli-legacy', {rules: LEGACY}),
    ];
  },
  precedence: ['project-dir', 'project', 'project-legacy', 'user', 'user-legacy', 'cli-legacy'],
  judge: null,
};
