import type {Client} from '../client.ts';
import {ADMINISTRATOR, configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';

const FILE = {
  format: 'jsonc',
  dialect: RELAXED,
  tables: [['mcp', 'servers'], ['mcp']],
  mistakable: KNOWN_TABLES,
  isAllOrNothing: true,
} as const;

/** opencode, in both its formats: `mcp` (version 1) and `mcp.servers` (version 2). The command is a list of words. */
export const opencode: Client = {
  id: 'opencode',
  name: 'opencode',
  rules: rulesOf('opencode', 'opencode', {
    fields: {
      args: null,
      env: 'environment',
      cwd: 'cwd',
      type: 'type',
      enabled: 'enabled',
      disabled: 'disabled',
      timeout: 'timeout',
    },
    commandIsArray: true,
    knownFields: ['oauth', 'codemode', 'protocol'],
    types: {local: 'stdio', remote: 'http'},
    urlWithoutType: 'error',
    expansion: {
      syntax: ['{env:VAR}', '{file:path}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'empty',
    },
    // Seen in a server that opencode 1.18 started.
    environment: {kind: 'all', names: [], drops: [], adds: {AGENT: '1', OPENCODE: '1'}},
    startTimeoutMs: 30_000,
    dialect: RELAXED,
    reload: 'Start opencode again.',
  }),
  reading: {
    ...STANDARD_READING,
    // opencode 1.18: such an entry, and "Configuration is invalid" for the whole file.
    commandWithoutType: 'error',
    envValues: 'strings',
    // A switch alone ({"enabled": false}) changes a server that another file defines.
    isForeign: (raw) => raw['type'] === undefined && raw['command'] === undefined && raw['url'] === undefined,
  },
  files: ({appData, dotConfig, env, host, join, projectDirs, system}) => {
    const both = (folder: string | null, scope: string, isProjectFile = false) =>
      ['opencode.json', 'opencode.jsonc'].flatMap((name) =>
        configFile(join(folder, name), scope, {...FILE, isProjectFile}),
      );
    const managed = system({
      linux: '/etc/opencode',
      darwin: '/Library/Application Support/opencode',
      win32: join(env('ProgramData'), 'opencode'),
    });
    return [
      ...configFile(join(managed, 'opencode.json'), 'managed', {...FILE, keptBy: ADMINISTRATOR}),
      ...projectDirs.flatMap((folder) => both(join(folder, '.opencode'), 'project-dir', true)),
      ...projectDirs.flatMap((folder) => both(folder, 'project', true)),
      ...configFile(env('OPENCODE_CONFIG'), 'env-file', FILE),
      ...both(env('OPENCODE_CONFIG_DIR'), 'env-file'),
      ...both(dotConfig('opencode'), 'user'),
      ...(host.platform === 'win32' ? both(appData('opencode'), 'user') : []),
    ];
  },
  precedence: ['managed', 'project-dir', 'project', 'env-file', 'user'],
  mergesKeys: true,
  judge: null,
};
