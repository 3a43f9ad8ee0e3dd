import {createHash} from 'node:crypto';
import type {Host} from '../../model/host.ts';
import type {ServerEntry} from '../../model/server.ts';
import {type Places, placesOf} from '../places.ts';

/** Where one client may have written of one server. Paths may hold `*`; of several matches the last by name is the newest. */
export interface LogPlace {
  /** Folder and, as its last part, the file. Null where the machine has no such place. */
  readonly path: string | null;
  /** Which of the matching files are meant. */
  readonly isLog: (fileName: string) => boolean;
  readonly kind: 'json' | 'lines';
  /** The whole file is about this server; otherwise only lines that name it count. */
  readonly isOwn: boolean;
}

/** A server's name as it is part of a file's name: letters and digits decide, whatever stands for the others. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Claude Code names a project's folder after its path: everything but letters and digits is a hyphen. */
const slug = (folder: string): string => folder.replaceAll(/[^A-Za-z0-9]/g, '-');

/**
 * The log files in which the entry's client would have written of it, nearest first. Pure: paths follow from the host.
 * Sources: the clients' documentation, and reports of their users for the editors' folders.
 */
export const logPlaces = (entry: ServerEntry, host: Host): readonly LogPlace[] => {
  const places = placesOf(host, entry.projectDir === null ? [] : [entry.projectDir]);
  const own = LOGS[entry.client]?.(places, entry) ?? [];
  return [...own, ...bridgeLogs(places, entry)];
};

type LogsOf = (places: Places, entry: ServerEntry) => readonly LogPlace[];

const all = (): boolean => true;
const named =
  (name: string) =>
  (file: string): boolean =>
    plain(file.replace(/\.log$/, ''))
      .split('-')
      .join('-')
      .endsWith(plain(name));
const shared = (path: string | null, isLog: (file: string) => boolean = all): LogPlace => ({
  path,
  isLog,
  kind: 'lines',
  isOwn: false,
});

const claudeCode: LogsOf = (places, {name, projectDir, scope}) => {
  const {home, host, join, env, localAppData} = places;
  const base =
    host.platform === 'darwin'
      ? home('Library', 'Caches', 'claude-cli-nodejs')
      : host.platform === 'win32'
        ? localAppData('claude-cli-nodejs', 'Cache')
        : (join(env('XDG_CACHE_HOME'), 'claude-cli-nodejs') ?? home('.cache', 'claude-cli-nodejs'));
  // A project's own server may bear the name of another project's.
  const isOfProject = scope === 'project' || scope === 'local';
  const folders = [...(projectDir === null ? [] : [slug(projectDir)]), ...(isOfProject ? [] : ['*'])];
  const file = (folder: string): LogPlace => ({
    path: join(base, folder, `mcp-logs-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`, '*'),
    isLog: (one) => /\.(jsonl|txt|json)$/.test(one),
    kind: 'json',
    isOwn: true,
  });
  return folders.map(file);
};

const claudeDesktop: LogsOf = ({appData, home, host, join, localAppData}, {name}) => {
  const folders =
    host.platform === 'darwin'
      ? [home('Library', 'Logs', 'Claude')]
      : [
          localAppData('Packages', 'Claude_pzs8sxrjxfjjc', 'LocalCache', 'Roaming', 'Claude', 'logs'),
          appData('Claude', 'logs'),
        ];
  return folders.flatMap((folder) => [
    {
      path: join(folder, 'mcp-server-*.log'),
      isLog: (file) => plain(file) === plain(`mcp-server-${name}.log`),
      kind: 'lines',
      isOwn: true,
    },
    shared(join(folder, 'mcp.log')),
  ]);
};

/** Editors of the VS Code family: a folder for each start, named after its time. */
const editor =
  (...folders: readonly string[]): LogsOf =>
  ({appData, join}, {name}) =>
    folders.flatMap((folder): readonly LogPlace[] => {
      const window = join(appData(folder, 'logs'), '*', 'window*');
      const own = {isLog: named(name), kind: 'lines', isOwn: true} as const;
      return [
        {path: join(window, 'mcpServer*.log'), ...own},
        {path: join(window, 'exthost', '*', 'MCP*.log'), ...own},
        shared(join(window, 'exthost', '*', '*MCP*.log')),
      ];
    });

const LOGS: Readonly<Record<string, LogsOf>> = {
  'claude-code': claudeCode,
  'claude-desktop': claudeDesktop,
  cursor: editor('Cursor'),
  vscode: editor('Code'),
  'vscode-insiders': editor('Code - Insiders', 'VSCodium', 'Code - OSS'),
  windsurf: editor('Windsurf'),
  codex: ({env, home, join}) => [shared(join(env('CODEX_HOME') ?? home('.codex'), 'log', 'codex-tui.log'))],
  'copilot-cli': ({env, home, join}) => [shared(join(env('COPILOT_HOME') ?? home('.copilot'), 'logs', '*.log'))],
  opencode: ({env, home, join}) => [
    shared(join(env('XDG_DATA_HOME') ?? home('.local', 'share'), 'opencode', 'log', '*.log')),
  ],
  zed: ({env, home, join, localAppData, system}) => [
    shared(
      system({
        linux: join(env('XDG_DATA_HOME') ?? home('.local', 'share'), 'zed', 'logs', 'Zed.log'),
        darwin: home('Library', 'Logs', 'Zed', 'Zed.log'),
        win32: localAppData('Zed', 'logs', 'Zed.log'),
      }),
    ),
  ],
  'lm-studio': ({home}) => [shared(home('.lmstudio', 'server-logs', '*', '*.log'))],
  warp: ({env, home, join, host}) =>
    host.platform === 'linux'
      ? [shared(join(env('XDG_STATE_HOME') ?? home('.local', 'state'), 'warp-terminal', 'mcp', '*.log'))]
      : [],
  amp: ({env, home, join, host}) =>
    host.platform === 'win32' ? [] : [shared(join(env('XDG_CACHE_HOME') ?? home('.cache'), 'amp', 'logs', 'cli.log'))],
};

/** mcp-remote with --debug writes a log of its own, named after the MD5 of the URL. */
const bridgeLogs: LogsOf = ({env, home, join}, {launch}) => {
  if (launch?.kind !== 'stdio' || !launch.args.some((word) => /(^|\/)mcp-remote(@|$)/.test(word))) return [];
  const url = launch.args.find((word) => /^https?:\/\//.test(word));
  if (url === undefined) return [];
  const hash = createHash('md5').update(url).digest('hex');
  const folder = env('MCP_REMOTE_CONFIG_DIR') ?? home('.mcp-auth');
  return [
    {
      path: join(folder, 'mcp-remote-*', '*_debug.log'),
      isLog: (file) => file.startsWith(hash),
      kind: 'lines',
      isOwn: true,
    },
  ];
};
