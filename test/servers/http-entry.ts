import type {Host} from '../../src/model/host.ts';
import {createRedactor} from '../../src/model/redact.ts';
import type {RemoteLaunch, ServerEntry} from '../../src/model/server.ts';
import {probeRemote, type RemoteSections} from '../../src/probes/remote/index.ts';
import {OUR_VERSION} from './http-version.ts';

/** A machine for the probes: the real platform and clock, an environment of the test's own. */
export const testHost = (env: Readonly<Record<string, string>> = {}): Host => ({
  platform: 'linux',
  arch: 'x64',
  osRelease: '6',
  home: '/home/test',
  cwd: '/home/test',
  env,
  node: {path: process.execPath, version: process.versions.node},
  cores: 2,
  uid: process.getuid?.() ?? null,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: OUR_VERSION,
  now: () => Date.now(),
});

export interface RemoteSetup {
  readonly url: string;
  readonly transport?: 'http' | 'sse';
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly raw?: ServerEntry['raw'];
  readonly urlWithoutType?: ServerEntry['rules']['urlWithoutType'];
  readonly signal?: AbortSignal;
  readonly host?: Host;
}

/** An entry as clients/ would make it, for a client that knows both transports. */
export const remoteEntry = (setup: RemoteSetup): {readonly entry: ServerEntry; readonly launch: RemoteLaunch} => {
  const launch: RemoteLaunch = {
    kind: 'remote',
    transport: setup.transport ?? 'http',
    url: setup.url,
    headers: setup.headers ?? {},
    headersHelper: null,
  };
  const entry: ServerEntry = {
    key: 'test',
    name: 'notes',
    client: 'test',
    scope: 'user',
    file: '/home/test/.test.json',
    format: 'json',
    at: ['mcpServers', 'notes'],
    line: 1,
    column: 1,
    raw: setup.raw ?? {type: launch.transport, url: setup.url},
    transport: launch.transport,
    launch,
    standing: {state: 'active', decidedBy: null, wins: null},
    rules: {
      client: 'test',
      clientName: 'Test',
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
        timeout: null,
        envFile: null,
      },
      commandIsArray: false,
      knownFields: [],
      types: {http: 'http', sse: 'sse'},
      urlWithoutType: setup.urlWithoutType ?? 'http',
      remote: true,
      expansion: {syntax: [], where: [], unset: 'literal'},
      environment: {kind: 'all', names: [], drops: [], adds: {}},
      pathSource: 'shell',
      startTimeoutMs: null,
      eras: ['legacy', 'modern'],
      toolPrefix: '',
      maxTools: null,
      dialect: {comments: false, trailingCommas: false},
      reload: '',
    },
    isProjectFile: false,
    projectDir: null,
    secrets: Object.values(setup.headers ?? {}).filter((value) => /bearer|secret|ghp_/i.test(value)),
  };
  return {entry, launch};
};

/** Investigates a real server, with the whole way through. */
export const probe = (setup: RemoteSetup): Promise<RemoteSections> => {
  const {entry, launch} = remoteEntry(setup);
  return probeRemote(entry, launch, {
    host: setup.host ?? testHost(setup.env),
    redactor: createRedactor(entry.secrets),
    timeoutMs: setup.timeoutMs ?? 8000,
    signal: setup.signal ?? new AbortController().signal,
  });
};

/** A section that was really asked; fails with the reason where it was not. */
export const asked = <T extends object>(section: T | {readonly skipped: string} | undefined): T => {
  if (section === undefined) throw new Error('the section is missing');
  if ('skipped' in section) throw new Error(`the section was skipped: ${section.skipped}`);
  return section;
};
