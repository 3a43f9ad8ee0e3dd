import {whereInUse} from '../borrowed.ts';
import type {Client, ConfigFile} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {discoveredBy} from './vscode-discovery.ts';

/** Names of VS Code's builds: the folder of settings, and of the server on a remote machine. */
interface Build {
  readonly id: string;
  readonly name: string;
  readonly folders: readonly string[];
  readonly remote: string;
  /** Reads the shared project file only where this build is in use. */
  readonly needsSign: boolean;
}

const FILE = {format: 'jsonc', dialect: RELAXED, tables: [['servers']]} as const;
const SETTINGS = {
  format: 'jsonc',
  dialect: RELAXED,
  tables: [['mcp', 'servers'], ['mcp.servers']],
  mistakable: [['mcpServers'], ['servers'], ['mcp', 'mcpServers']],
} as const;

const alsoReads = ({env, home, join, project}: Places): readonly string[] =>
  [project('.mcp.json'), join(env('COPILOT_HOME') ?? home('.copilot'), 'mcp-config.json')].filter(
    (path) => path !== null,
  );

const inUse = ({name, folders: [main = 'Code']}: Build) => whereInUse(name, ({appData}) => appData(main), alsoReads);

const clientOf = (build: Build): Client => ({
  id: build.id,
  name: build.name,
  rules: rulesOf(build.id, build.name, {
    fields: {type: 'type', cwd: 'cwd', envFile: 'envFile'},
    knownFields: ['sandboxEnabled', 'sandbox', 'dev', 'oauth', 'gallery', 'version'],
    urlWithoutType: 'http-then-sse',
    expansion: {
      syntax: [
        '${input:id}',
        '${env:VAR}',
        '${workspaceFolder}',
        '${workspaceFolderBasename}',
        '${userHome}',
        '${pathSeparator}',
        '${config:key}',
        '${command:id}',
      ],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd', 'envFile'],
      unset: 'empty',
    },
    pathSource: 'shell',
    maxTools: 128,
    dialect: RELAXED,
    reload: `In ${build.name}, run "MCP: List Servers", choose the server and Restart.`,
  }),
  reading: STANDARD_READING,
  files: (places) => filesOf(build, places),
  // Its Copilot sessions take the files of Copilot CLI; the classic agent does not.
  alsoReads,
  borrows: async (places, disk) => {
    const {appData} = places;
    const [main = 'Code'] = build.folders;
    const shared = await inUse(build)(places, disk);
    if (shared.length === 0) return [];
    return [...shared, ...(await discoveredBy(build.name, appData(main, 'User', 'settings.json'), places, disk))];
  },
  precedence: ['workspace', 'workspace-legacy', 'user', 'user-profile', 'remote-user', 'user-legacy'],
  judge: null,
});

const filesOf = (build: Build, {appData, env, home, join, project}: Places): readonly ConfigFile[] => {
  const [main = 'Code'] = build.folders;
  const own = {isProjectFile: true, onlyWith: build.needsSign ? appData(main) : null};
  const portable = join(env('VSCODE_PORTABLE'), 'user-data', 'User', 'mcp.json');
  return [
    ...configFile(project('.vscode', 'mcp.json'), 'workspace', {...FILE, ...own}),
    ...configFile(project('.devcontainer', 'devcontainer.json'), 'devcontainer', {
      ...FILE,
      ...own,
      tables: [['customizations', 'vscode', 'mcp', 'servers']],
      mistakable: [],
    }),
    ...(portable === null
      ? build.folders.flatMap((folder) => configFile(appData(folder, 'User', 'mcp.json'), 'user', FILE))
      : configFile(portable, 'user', FILE)),
    ...build.folders.flatMap((folder) =>
      configFile(appData(folder, 'User', 'profiles', '*', 'mcp.json'), 'user-profile', FILE),
    ),
    ...configFile(home(build.remote, 'data', 'User', 'mcp.json'), 'remote-user', FILE),
    // In effect only where VS Code was opened with that file.
    ...configFile(project('*.code-workspace'), 'code-workspace', {
      ...SETTINGS,
      ...own,
      tables: [
        ['settings', 'mcp', 'servers'],
        ['settings', 'mcp.servers'],
      ],
      mistakable: [],
    }),
    ...configFile(project('.vscode', 'settings.json'), 'workspace-legacy', {...SETTINGS, ...own}),
    ...build.folders.flatMap((folder) => configFile(appData(folder, 'User', 'settings.json'), 'user-legacy', SETTINGS)),
  ];
};

export const vscode: Client = clientOf({
  id: 'vscode',
  name: 'VS Code',
  folders: ['Code'],
  remote: '.vscode-server',
  needsSign: false,
});

export const vscodeInsiders: Client = clientOf({
  id: 'vscode-insiders',
  name: 'VS Code Insiders',
  folders: ['Code - Insiders', 'VSCodium', 'Code - OSS'],
  remote: '.vscode-server-insiders',
  needsSign: true,
});
