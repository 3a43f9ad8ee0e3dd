import type {ClientRules, Transport} from '../model/server.ts';
import type {ConfigFile, Keeper, Reading} from './client.ts';

const STRICT = {comments: false, trailingCommas: false} as const;
export const WITH_COMMENTS = {comments: true, trailingCommas: false} as const;
export const RELAXED = {comments: true, trailingCommas: true} as const;

const STANDARD_TYPES: Readonly<Record<string, Transport>> = {stdio: 'stdio', http: 'http', sse: 'sse'};

type FieldChanges = Partial<ClientRules['fields']>;
type RuleChanges = Omit<Partial<ClientRules>, 'fields' | 'client' | 'clientName'> & {readonly fields?: FieldChanges};

/**
 * The rules that most clients share: `command`, `args`, `env`, `url`, `headers`; no expansion; strict JSON.
 * A client names only what is special. `knownFields` are added to the named fields.
 */
export const rulesOf = (client: string, clientName: string, special: RuleChanges = {}): ClientRules => {
  const fields: ClientRules['fields'] = {
    command: 'command',
    args: 'args',
    env: 'env',
    cwd: null,
    url: ['url'],
    headers: 'headers',
    type: null,
    disabled: null,
    enabled: null,
    timeout: null,
    envFile: null,
    ...special.fields,
  };
  const named = [...Object.values(fields).flat(), ...(special.knownFields ?? [])];
  return {
    commandIsArray: false,
    types: fields.type === null ? {} : STANDARD_TYPES,
    urlWithoutType: 'http-then-sse',
    remote: true,
    expansion: {syntax: [], where: [], unset: 'literal'},
    environment: {kind: 'all', names: [], drops: [], adds: {}},
    pathSource: 'shell',
    startTimeoutMs: null,
    eras: ['legacy', 'modern'],
    toolPrefix: '',
    maxTools: null,
    dialect: STRICT,
    reload: `Restart ${clientName}.`,
    ...special,
    client,
    clientName,
    fields,
    knownFields: [...new Set(named.filter((name) => name !== null))],
  };
};

/** How most clients read an entry. */
export const STANDARD_READING: Reading = {
  commandAndUrl: 'command',
  commandWithoutType: 'stdio',
  envValues: 'scalars',
  refusesNull: false,
  onlyFor: {stdio: [], remote: []},
  urlKeys: {},
  emptyWhenUnset: [],
  isForeign: null,
  namedVariables: [],
  startLimit: null,
  environment: null,
  implied: {},
  reshape: null,
};

/** The owner of files that a company rolls out. */
export const ADMINISTRATOR: Keeper = {
  who: 'your administrator',
  instead: 'Ask your administrator to change it for everyone.',
};

type FileChanges = Partial<Omit<ConfigFile, 'path' | 'scope'>>;

/** A file of servers under `mcpServers` in strict JSON, unless told otherwise; nothing where the path is null. */
export const configFile = (path: string | null, scope: string, special: FileChanges = {}): readonly ConfigFile[] =>
  path === null
    ? []
    : [
        {
          path,
          scope,
          format: 'json',
          dialect: STRICT,
          tables: [['mcpServers']],
          tablesAre: 'object',
          more: [],
          isProjectFile: false,
          onlyWith: null,
          rules: null,
          dead: null,
          mistakable: null,
          isAllOrNothing: false,
          keptBy: null,
          knownNames: {},
          addedEnv: {},
          naming: null,
          onlyServer: null,
          nameless: null,
          reading: null,
          standing: null,
          onlyWhere: null,
          isExpected: false,
          ...special,
        },
      ];
