import {type Host, variable} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {Client} from '../client.ts';
import {limitUnder} from '../entry/start-limit.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {judgeCodex} from '../standing/codex-standing.ts';
import {pluginFolders} from './plugin-folders.ts';

/** What Codex hands on to a server of its own accord; everything else must be named in `env` or `env_vars`. */
const INHERITED = [
  ...['HOME', 'LOGNAME', 'PATH', 'SHELL', 'USER', '__CF_USER_TEXT_ENCODING', 'LANG', 'LC_ALL', 'TERM', 'TMPDIR', 'TZ'],
  ...['PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'USERNAME', 'USERDOMAIN', 'USERPROFILE', 'HOMEDRIVE'],
  ...['HOMEPATH', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'PROGRAMDATA', 'LOCALAPPDATA', 'APPDATA'],
  ...['TEMP', 'TMP', 'POWERSHELL', 'PWSH'],
];

type Fields = Readonly<Record<string, Json>>;

/** `env_vars`, `env_http_headers` and `bearer_token_env_var` name variables; their values join `env` and the headers. */
const reshape = (raw: Fields, host: Host): Fields => {
  const named = Array.isArray(raw['env_vars']) ? raw['env_vars'] : [];
  const forwarded = named.flatMap((item): readonly [string, string][] => {
    const name = isRecord(item) ? item['name'] : item;
    const value = typeof name === 'string' ? variable(host, name) : undefined;
    return typeof name === 'string' && value !== undefined ? [[name, value]] : [];
  });
  const fromEnv = Object.entries(isRecord(raw['env_http_headers']) ? raw['env_http_headers'] : {}).flatMap(
    ([header, name]): readonly [string, string][] => {
      const value = typeof name === 'string' ? variable(host, name) : undefined;
      return value === undefined ? [] : [[header, value]];
    },
  );
  const bearer = raw['bearer_token_env_var'];
  const token = typeof bearer === 'string' ? variable(host, bearer) : undefined;
  const headers = raw['http_headers'];
  return {
    ...raw,
    ...(forwarded.length > 0 && (raw['env'] === undefined || isRecord(raw['env']))
      ? {env: {...Object.fromEntries(forwarded), ...(isRecord(raw['env']) ? raw['env'] : {})}}
      : {}),
    ...(headers === undefined || isRecord(headers)
      ? {
          http_headers: {
            ...(isRecord(headers) ? headers : {}),
            ...Object.fromEntries(fromEnv),
            ...(token === undefined ? {} : {Authorization: `Bearer ${token}`}),
          },
        }
      : {}),
  };
};

/** OpenAI Codex: command line, editor extension and desktop program share one file. */
export const codex: Client = {
  id: 'codex',
  name: 'Codex',
  rules: rulesOf('codex', 'Codex', {
    fields: {cwd: 'cwd', headers: 'http_headers', enabled: 'enabled', timeout: 'startup_timeout_sec'},
    knownFields: [
      ...['env_vars', 'env_http_headers', 'bearer_token_env_var', 'required', 'startup_timeout_ms', 'tool_timeout_sec'],
      ...['enabled_tools', 'disabled_tools', 'default_tools_approval_mode', 'tools', 'supports_parallel_tool_calls'],
      ...['scopes', 'oauth', 'oauth_resource', 'auth', 'name', 'experimental_environment', 'type', 'identity'],
    ],
    urlWithoutType: 'http',
    environment: {kind: 'list', names: INHERITED, drops: [], adds: {}},
    startTimeoutMs: 10_000,
    toolPrefix: 'mcp__{server}__',
    reload: 'Start a new Codex session; restart the editor or the desktop program.',
  }),
  reading: {
    ...STANDARD_READING,
    commandAndUrl: 'error',
    envValues: 'strings',
    // "cwd is not supported for streamable_http": the whole configuration is refused for it (Codex 0.169).
    onlyFor: {
      stdio: ['command', 'args', 'env', 'env_vars', 'cwd'],
      remote: ['url', 'bearer_token_env_var', 'http_headers', 'env_http_headers'],
    },
    namedVariables: [['bearer_token_env_var'], ['env_http_headers', '*']],
    startLimit: (raw) => limitUnder(raw, 'startup_timeout_sec', 1000) ?? limitUnder(raw, 'startup_timeout_ms', 1),
    reshape,
  },
  files: ({env, home, join, projectDirs, system}) => {
    const own = env('CODEX_HOME') ?? home('.codex');
    const file = {
      format: 'toml',
      tables: [['mcp_servers']],
      mistakable: KNOWN_TABLES,
      isAllOrNothing: true,
    } as const;
    const shared = system({
      linux: '/etc/codex/config.toml',
      darwin: '/etc/codex/config.toml',
      win32: join(env('ProgramData'), 'OpenAI', 'Codex', 'config.toml'),
    });
    return [
      ...projectDirs.flatMap((folder) =>
        configFile(join(folder, '.codex', 'config.toml'), 'project', {...file, isProjectFile: true}),
      ),
      ...configFile(join(own, '*.config.toml'), 'profile', file),
      ...configFile(join(own, 'config.toml'), 'user', {
        ...file,
        more: [{scope: 'profile', path: ['profiles', '*', 'mcp_servers']}],
      }),
      ...configFile(shared, 'system', {...file, keptBy: ADMINISTRATOR}),
    ];
  },
  delivered: pluginFolders(({env, home, join}) => [join(env('CODEX_HOME') ?? home('.codex'), 'plugins', '*')], 'Codex'),
  precedence: ['profile', 'project', 'user', 'system'],
  mergesKeys: true,
  judge: judgeCodex,
};
