import type {ServerEntry} from '../../model/server.ts';
import type {Client, Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {listedIn, withStanding} from '../standing/list-standing.ts';
import {readSettings} from '../standing/settings-file.ts';
import {pluginFolders} from './plugin-folders.ts';

const ownFolder = ({env, home}: Places): string | null => env('COPILOT_HOME') ?? home('.copilot');

const judge = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const settings = await readSettings(places.join(ownFolder(places), 'settings.json'), disk, 'jsonc', RELAXED);
  return {troubled: [], entries: withStanding(entries, (entry) => listedIn([settings], ['disabledMcpServers'], entry))};
};

/** GitHub Copilot CLI. It also reads the project's .mcp.json, with or without the wrapper. */
export const copilotCli: Client = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  rules: rulesOf('copilot-cli', 'GitHub Copilot CLI', {
    fields: {cwd: 'cwd', type: 'type', timeout: 'timeout'},
    knownFields: [
      ...['tools', 'oauthClientId', 'oauthScopes', 'oauthPublicClient', 'oauthGrantType', 'oidc', 'deferTools'],
      ...['disableToolCache', 'slowConnectionThresholdMs', 'filterMapping'],
    ],
    types: {local: 'stdio', stdio: 'stdio', http: 'http', 'streamable-http': 'http', sse: 'sse'},
    urlWithoutType: 'error',
    expansion: {syntax: ['$VAR', '${VAR}', '${VAR:-default}'], where: ['env', 'headers'], unset: 'literal'},
    environment: {kind: 'list', names: ['PATH'], drops: []},
    startTimeoutMs: 60_000,
    reload: 'In GitHub Copilot CLI, run /mcp reload, or start it again.',
  }),
  reading: STANDARD_READING,
  files: (places) => {
    const {join, projectDirs} = places;
    const own = ownFolder(places);
    const shared = {tables: [['mcpServers'], []], isProjectFile: true, onlyWith: own} as const;
    return [
      ...projectDirs.flatMap((folder) => configFile(join(folder, '.mcp.json'), 'workspace', shared)),
      ...projectDirs.flatMap((folder) => configFile(join(folder, '.github', 'mcp.json'), 'workspace-github', shared)),
      ...configFile(join(own, 'mcp-config.json'), 'user'),
    ];
  },
  delivered: pluginFolders((places) => places.join(ownFolder(places), 'installed-plugins'), 'GitHub Copilot CLI'),
  precedence: ['plugin', 'workspace', 'workspace-github', 'user'],
  judge,
};
