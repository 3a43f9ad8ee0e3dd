import {createHash} from 'node:crypto';
import {type CommandEvidence, type EntryEvidence, type Evidence, seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import type {ServerStatus, StepReport} from '../model/investigation.ts';
import {isRecord, type Json} from '../model/json.ts';
import {namesOfVariables} from './names-of-variables.ts';
import type {ServerSnapshot, Snapshot} from './snapshot.ts';
import {type Neutral, neutralOf} from './snapshot-neutral.ts';
import {shapeWords} from './snapshot-shape-words.ts';

export interface SnapshotServer {
  readonly evidence: Evidence;
  readonly entry: EntryEvidence;
  readonly approved: boolean;
  readonly status: ServerStatus;
  readonly findings: readonly Finding[];
  readonly steps: readonly StepReport[];
  /** The values themselves, by the paths of `values`: for tags alone, and never told. Empty where no tags are made. */
  readonly plain: Readonly<Record<string, string>>;
  /** Where the command would be found, for a server that was not asked. */
  readonly command: CommandEvidence | null;
}

/** Variables that change how programs start and reach others, whatever the entries say. */
const DECIDING = [
  'ALL_PROXY',
  'BUN_INSTALL',
  'CI',
  'DOCKER_HOST',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NO_PROXY',
  'NPM_CONFIG_REGISTRY',
  'PYTHONHOME',
  'PYTHONPATH',
  'REQUESTS_CA_BUNDLE',
  'SSL_CERT_FILE',
  'UV_INDEX_URL',
  'VIRTUAL_ENV',
];

/** Turns a value into what is equal for equal values and tells nothing else to whoever lacks the key. */
export interface ValueTags {
  readonly key: string;
  readonly of: (name: string, value: string) => string;
}

/** Puts a snapshot together; sorted, so that two of them can be compared line by line. */
export const snapshotOf = (
  host: Host,
  parts: {
    readonly files: readonly {readonly client: string; readonly path: string; readonly exists: boolean}[];
    readonly servers: readonly SnapshotServer[];
    /** Versions of clients by their ids, where they are known. */
    readonly versions: ReadonlyMap<string, string>;
    readonly tags?: ValueTags | null;
  },
): Snapshot => {
  const neutral = neutralOf(host);
  const clients = [...new Set(parts.files.filter(({exists}) => exists).map(({client}) => client))].sort();
  const tags = parts.tags ?? null;
  const names = new Set([...DECIDING, ...parts.servers.flatMap(({entry}) => namesOfVariables(entry))]);
  return {
    kind: 'mcp-fix-snapshot',
    schemaVersion: 1,
    at: new Date(host.now()).toISOString(),
    mcpFix: host.version,
    machine: {
      platform: host.platform,
      osRelease: host.osRelease,
      arch: host.arch,
      node: host.node.version,
      isWsl: host.isWsl,
    },
    path: (host.env['PATH'] ?? host.env['Path'] ?? '')
      .split(host.platform === 'win32' ? ';' : ':')
      .filter((folder) => folder !== '')
      .map(neutral.text),
    environment: Object.fromEntries([...names].sort().map((name) => [name, stateOf(host, name)])),
    clients: clients.map((id) => ({
      id,
      version: parts.versions.get(id) ?? null,
      files: parts.files
        .filter((file) => file.exists && file.client === id)
        .map((file) => neutral.text(file.path))
        .sort(),
    })),
    ...(tags === null
      ? {}
      : {
          tags: {
            key: tags.key,
            environment: tagged(
              tags,
              [...names].flatMap((name) => {
                const value = setTo(host, name);
                return value === undefined ? [] : [[name, value] as const];
              }),
            ),
          },
        }),
    servers: parts.servers
      .map((server) => serverOf(server, neutral, tags))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)),
  };
};

const keyOf = (server: ServerSnapshot): string => [server.name, server.client, server.scope, server.file].join('\0');

const setTo = (host: Host, name: string): string | undefined =>
  host.env[name] ?? host.env[/_proxy$/i.test(name) ? name.toLowerCase() : name];

const tagged = (tags: ValueTags, values: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, tags.of(name, value)]),
  );

/** On Windows names match in any case; proxies are read in both cases everywhere. */
const stateOf = (host: Host, name: string): 'set' | 'empty' | 'unset' => {
  const value = setTo(host, name);
  return value === undefined ? 'unset' : value.trim() === '' ? 'empty' : 'set';
};

const serverOf = (server: SnapshotServer, neutral: Neutral, tags: ValueTags | null): ServerSnapshot => {
  const {evidence, entry, findings} = server;
  const command = seen(evidence, 'command') ?? server.command;
  const handshake = seen(evidence, 'handshake');
  const tools = seen(evidence, 'tools');
  const [root] = findings;
  const names = [...(tools?.names ?? [])].sort();
  return {
    name: entry.name,
    client: entry.client,
    scope: entry.scope,
    file: neutral.text(entry.file),
    transport: entry.transport,
    standing: entry.standing.state,
    approved: server.approved,
    entry: sorted(neutral.json(entry.raw)),
    values: Object.fromEntries(
      entry.values
        .filter((value) =>
          ['env', 'headers', entry.rules.fields.env, entry.rules.fields.headers].includes(String(value.path[0])),
        )
        .map((value) => [value.path.join('.'), shapeWords(value)])
        .filter(([, words]) => words !== ''),
    ),
    ...(tags === null ? {} : {tags: tagged(tags, Object.entries(server.plain))}),
    variables: [...new Set(namesOfVariables(entry))].sort(),
    command:
      command === undefined || command === null
        ? null
        : {
            resolved: command.resolved === null ? null : neutral.text(command.resolved),
            source: command.path.source,
            cwd: neutral.text(command.cwd.path),
            runtime:
              command.runtime === null ? null : `${command.runtime.name} ${command.runtime.version ?? 'unknown'}`,
          },
    protocol:
      handshake?.version == null || handshake.era === null
        ? null
        : {
            version: handshake.version,
            era: handshake.era,
            server:
              handshake.serverName === null ? null : `${handshake.serverName} ${handshake.serverVersion ?? ''}`.trim(),
          },
    tools:
      tools === undefined
        ? null
        : {count: tools.count, hash: createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16), names},
    status: server.status,
    failure: root === undefined ? null : {id: root.id, step: root.step, cause: neutral.text(root.cause)},
    steps: server.steps.map(({step, outcome}) => `${step} ${outcome}`),
  };
};

/** Keys in order, so that the order in which somebody wrote them is no difference. */
const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};
