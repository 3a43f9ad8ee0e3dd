import type {Evidence, Exchange} from '../../src/model/evidence.ts';
import type {ClientRules} from '../../src/model/server.ts';
import type {ValueShape} from '../../src/model/value-shape.ts';

export const HOME = '/home/ada';
export const FILE = `${HOME}/.claude.json`;
export const URL = 'https://mcp.notes.example/mcp';
export const EMPTY = {head: '', tail: '', bytes: 0, droppedBytes: 0};

export const machine: Evidence['machine'] = {
  platform: 'linux',
  node: '22.12.0',
  home: HOME,
  nowMs: Date.UTC(2026, 10, 21, 12),
};

export const rules: ClientRules = {
  client: 'claude-code',
  clientName: 'Claude Code',
  fields: {
    command: 'command',
    args: 'args',
    env: 'env',
    cwd: null,
    url: ['url'],
    headers: 'headers',
    type: 'type',
    disabled: null,
    enabled: null,
    timeout: 'timeout',
    envFile: null,
  },
  commandIsArray: false,
  knownFields: ['type', 'command', 'args', 'env', 'url', 'headers', 'headersHelper', 'timeout'],
  types: {stdio: 'stdio', http: 'http', sse: 'sse'},
  urlWithoutType: 'error',
  remote: true,
  expansion: {
    syntax: ['${VAR}', '${VAR:-default}'],
    where: ['command', 'args', 'env', 'url', 'headers'],
    unset: 'literal',
  },
  environment: {kind: 'all', names: [], drops: [], adds: {}},
  pathSource: 'shell',
  startTimeoutMs: 30_000,
  eras: ['legacy', 'modern'],
  toolPrefix: 'mcp__{server}__',
  maxTools: null,
  dialect: {comments: false, trailingCommas: false},
  reload: 'Run /mcp in Claude Code and reconnect the server.',
};

export const exchange: Exchange = {
  purpose: 'initialize',
  startedAt: '2026-11-21T12:00:00.000Z',
  request: {
    method: 'POST',
    url: URL,
    headers: {accept: 'application/json, text/event-stream', 'content-type': 'application/json'},
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: {'content-type': 'application/json'},
    contentType: 'application/json',
    body: {
      kind: 'json-rpc',
      text: '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}}}}',
      bytes: 96,
      title: null,
      isTruncated: false,
    },
    stream: null,
  },
  error: [],
  bound: null,
  redirects: [],
  timings: {dns: 4, tcp: 9, tls: 21, firstByte: 40, total: 41},
};

export const value: ValueShape = {
  path: ['env', 'NOTES_TOKEN'],
  text: 'value',
  length: 5,
  references: [],
  literalReferences: [],
  isEmpty: false,
  isSecret: false,
  hasOuterSpace: false,
  hasLineEnd: false,
  hasControl: false,
  hasNonAscii: false,
  quotedBy: null,
  repeatedName: null,
  placeholder: null,
  scheme: null,
  hasDoubledScheme: false,
  family: null,
  jwt: null,
  tag: 'v1',
};
