import type {ServerEntry} from '../../model/server.ts';
import type {Client, Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {listedIn, withStanding} from '../standing/list-standing.ts';
import {readSettings} from '../standing/settings-file.ts';
import {agentFiles} from './agent-files.ts';
import {pluginFolders} from './plugin-folders.ts';

const ownFolder = ({env, home}: Places): string | null => env('COPILOT_HOME') ?? home('.copilot');

const judge = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const settings = await readSettings(places.join(ownFolder(places), 'settings.json'), disk, 'jsonc', RELAXED);
  return {troubled: [], entries: withStanding(entries, (entry) => listedIn([settings], ['disabledMcpServers'], entry))};
};

const NAME = 'GitHub Copilot CLI';

const RULES = rulesOf('copilot-cli', NAME, {
  fields: {cwd: 'cwd', type: 'type', timeout: 'timeout'},
  knownFields: [
    ...['tools', 'oauthClientId', 'oauthScopes', 'oauthPublicClient', 'oauthGrantType', 'oidc', 'deferTools'],
    ...['disableToolCache', 'slowConnectionThresholdMs', 'filterMapping'],
  ],
  types: {local: 'stdio', stdio: 'stdio', http: 'http', 'streamable-http': 'http', sse: 'sse'},
  // Its page asks for a type; Copilot CLI 1.0.102 takes such an entry for one of HTTP.
  urlWithoutType: 'http',
  expansion: {syntax: ['$VAR', '${VAR}', '${VAR:-default}'], where: ['env', 'headers'], unset: 'literal'},
  environment: {kind: 'list', names: ['PATH'], drops: [], adds: {}},
  startTimeoutMs: 60_000,
  reload: 'In GitHub Copilot CLI, run /mcp reload, or start it again.',
});

/** Agents may also name secrets and variables of the repository, which this machine does not hold. */
const AGENT_RULES = {
  ...RULES,
  expansion: {...RULES.expansion, syntax: [...RULES.expansion.syntax, '${{ secrets.X }}']},
};

/** GitHub Copilot CLI. It also reads the project's .mcp.json, with or without the wrapper. */
export const copilotCli: Client = {
  id: 'copilot-cli',
  name: NAME,
  rules: RULES,
  reading: STANDARD_READING,
  files: (places) => {
    const {join, projectDirs} = places;
    const own = ownFolder(places);
    const shared = {tables: [['mcpServers'], []], isProjectFile: true, onlyWith: own} as const;
    return [
      ...projectDirs.flatMap((folder) => configFile(join(folder, '.mcp.json'), 'workspace', shared)),
      ...projectDirs.flatMap((folder) => configFile(join(folder, '.github', 'mcp.json'), 'workspace-github', shared)),
      ...configFile(join(own, 'mcp-config.json'), 'user'),
      ...projectDirs.flatMap((folder) =>
        agentFiles(join(folder, '.github', 'agents', '*.md'), 'mcp-servers', {
          rules: AGENT_RULES,
          isProjectFile: true,
          onlyWith: own,
        }),
      ),
      ...agentFiles(join(own, 'agents', '*.md'), 'mcp-servers', {rules: AGENT_RULES}),
    ];
  },
  delivered: pluginFolders(
    (places) => [places.join(ownFolder(places), 'installed-plugins', '*')],
    'GitHub Copilot CLI',
  ),
  precedence: ['plugin', 'workspace', 'workspace-github', 'user'],
  judge,
};
