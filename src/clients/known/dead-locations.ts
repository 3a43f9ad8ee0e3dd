import type {Client, ConfigFile} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';

/** A file that looks right and that no known client reads. `paths` may be null where the machine has no such place. */
interface DeadPlace {
  readonly paths: readonly (string | null)[];
  readonly expectedBy: string;
  readonly realPlace: string;
}

const placesFor = ({appData, dotConfig, env, home, host, project, projectDirs}: Places): readonly DeadPlace[] => {
  const claude = env('CLAUDE_CONFIG_DIR') ?? home('.claude');
  const inClaude = (name: string): string | null => (claude === null ? null : home('.claude', name));
  return [
    {paths: [inClaude('settings.json')], expectedBy: 'claude-code', realPlace: '"mcpServers" in ~/.claude.json'},
    {
      paths: [project('.claude', 'settings.json'), project('.claude', 'settings.local.json')],
      expectedBy: 'claude-code',
      realPlace: '.mcp.json in the project folder',
    },
    {
      paths: [
        project('.claude', '.mcp.json'),
        project('.claude', 'mcp.json'),
        inClaude('mcp.json'),
        inClaude('.mcp.json'),
      ],
      expectedBy: 'claude-code',
      realPlace: '.mcp.json in the project folder, or ~/.claude.json',
    },
    {
      paths: [
        host.platform === 'linux'
          ? dotConfig('claude-code', 'settings.json')
          : appData('Claude Code', 'User', 'settings.json'),
        host.platform === 'win32' ? 'C:\\ProgramData\\ClaudeCode\\managed-mcp.json' : null,
      ],
      expectedBy: 'claude-code',
      realPlace: '~/.claude.json',
    },
    {
      paths: [inClaude('claude_desktop_config.json')],
      expectedBy: 'claude-desktop',
      realPlace: appData('Claude', 'claude_desktop_config.json') ?? 'claude_desktop_config.json of Claude Desktop',
    },
    {
      paths: host.platform === 'win32' || projectDirs.some((folder) => folder === host.home) ? [] : [home('.mcp.json')],
      expectedBy: 'claude-code',
      realPlace: '~/.claude.json for all projects, .mcp.json in a project folder for one',
    },
    {paths: [home('.codex', 'mcp.json')], expectedBy: 'codex', realPlace: '[mcp_servers.NAME] in ~/.codex/config.toml'},
    {
      paths: [home('.cline', 'mcp.json'), home('.cline', 'mcp_settings.json')],
      expectedBy: 'cline',
      realPlace: '~/.cline/data/settings/cline_mcp_settings.json',
    },
    {
      paths: [home('.windsurf', 'mcp.json'), project('.windsurf', 'mcp.json')],
      expectedBy: 'windsurf',
      realPlace: '~/.codeium/windsurf/mcp_config.json',
    },
    {
      paths: [dotConfig('goose', 'mcp.json')],
      expectedBy: 'goose',
      realPlace: '"extensions" in ~/.config/goose/config.yaml',
    },
    {
      paths: [home('.amp', 'mcp.json'), project('.amp', 'mcp.json')],
      expectedBy: 'amp',
      realPlace: '"amp.mcpServers" in ~/.config/amp/settings.json',
    },
    {
      paths: [home('.junie', 'mcp.json'), project('.junie', 'mcp.json')],
      expectedBy: 'junie',
      realPlace: '.junie/mcp/mcp.json',
    },
    {paths: [project('.idea', 'mcp.json')], expectedBy: 'jetbrains-ai', realPlace: '.ai/mcp/mcp.json'},
    {paths: [project('.cursor', '.mcp.json')], expectedBy: 'cursor', realPlace: '.cursor/mcp.json'},
    {paths: [project('.vscode', '.mcp.json')], expectedBy: 'vscode', realPlace: '.vscode/mcp.json'},
  ];
};

/** Files in which people put servers and which no known client reads, as further files of the client that was meant. */
export const deadFiles = (client: Client, places: Places): readonly ConfigFile[] =>
  placesFor(places)
    .filter(({expectedBy}) => expectedBy === client.id)
    .flatMap(({paths, expectedBy, realPlace}) =>
      paths.flatMap((path) =>
        configFile(path, 'dead', {
          dead: {expectedBy, realPlace},
          tables: [['mcpServers'], ['servers'], ...(path?.includes('settings') ? [] : [[]])],
          isProjectFile: places.projectDir !== null && path?.startsWith(places.projectDir) === true,
        }),
      ),
    );
