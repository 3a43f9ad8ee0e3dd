import type {HandshakeEvidence, RpcError} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {initializeParams, LEGACY, LEGACY_VERSIONS, MODERN, modernMeta} from './eras.ts';
import type {Notebook} from './notebook.ts';
import {type Answer, SECOND_TRY, type Session} from './session.ts';

export interface Hello {
  readonly evidence: Omit<HandshakeEvidence, 'frames'>;
  /** The server said who it is: its tools may be asked for. */
  readonly isDone: boolean;
  /** Goes into the parameters of every later request. */
  readonly meta: {readonly [key: string]: Json};
  /** It was silent for so long that it was asked in another framing, too; a process that ends of that was silent. */
  readonly wasFramed: boolean;
}

type Asked = HandshakeEvidence['asked'][number];

const OUTCOME = {
  result: 'answered',
  error: 'error',
  silence: 'silence',
  closed: 'closed',
  unreadable: 'unreadable',
} as const;

interface HelloOptions {
  readonly host: Host;
  readonly notebook: Notebook;
  readonly until: number;
  /** Which question comes first; 'modern' for a process that is started again because the other one ended it. */
  readonly era: 'legacy' | 'modern';
}

/**
 * Says hello in the legacy era first, and in the modern one, in the same process, where the answer says that the server
 * knows no such method or no such version. An unanswered question is never followed by another silent wait.
 */
export const sayHello = async (session: Session, options: HelloOptions): Promise<Hello> => {
  const {host, notebook, until} = options;
  const startedAt = host.now();
  const asked: Asked[] = [];
  let wasFramed = false;
  const put = async (method: string, version: string, params: Json, limit: number): Promise<Answer> => {
    const answer = await session.ask(method, params, limit);
    asked.push({method, version, outcome: OUTCOME[answer.kind], ms: answer.ms});
    return answer;
  };
  const finish = (part: Partial<HandshakeEvidence>, isDone = false, meta: Hello['meta'] = {}): Hello => ({
    evidence: {...NOTHING, ...part, asked, waitedMs: asked.at(-1)?.ms ?? 0, ms: host.now() - startedAt},
    isDone,
    meta,
    wasFramed,
  });

  const discover = async (
    version: string,
    limit: number,
  ): Promise<{readonly answer: Answer; readonly hello: Hello | null}> => {
    const answer = await put('server/discover', version, modernMeta(version, host.version), limit);
    if (answer.kind !== 'result') return {answer, hello: null};
    const facts = modernFacts(answer.result, version, notebook);
    return {answer, hello: finish({era: 'modern', ...facts}, true, modernMeta(facts.version ?? version, host.version))};
  };
  if (options.era === 'modern') return (await discover(MODERN, until)).hello ?? finish({});

  const silent = setTimeout(
    () => {
      wasFramed = sayFramed(session, host.version);
    },
    Math.max(0, until - host.now() - FRAMED_BEFORE_MS),
  );
  let first = await put('initialize', LEGACY, initializeParams(LEGACY, host.version), until);
  clearTimeout(silent);
  if (first.kind === 'error') {
    const offered = versionsIn(first.data).find((version) => LEGACY_VERSIONS.includes(version) && version !== LEGACY);
    if (offered !== undefined) {
      const again = await put('initialize', offered, initializeParams(offered, host.version), until);
      if (again.kind === 'result') first = again;
    }
  }
  if (first.kind === 'result') {
    session.notify('notifications/initialized');
    return finish({era: 'legacy', ...legacyFacts(first.result, notebook)}, true);
  }
  if (first.kind !== 'error') return finish({timedOut: first.kind === 'silence' && !session.wasStopped()});

  const legacyError = safeError(first.error, notebook);
  const named = versionsIn(first.data);
  const version = named.find((one) => one >= MODERN) ?? MODERN;
  const limit = Math.min(until, host.now() + DISCOVER_MS);
  const {answer, hello} = await discover(version, limit);
  if (hello !== null) return hello;
  const supportedVersions = answer.kind === 'error' ? [...named, ...versionsIn(answer.data)] : named;
  return finish({error: legacyError, supportedVersions: [...new Set(supportedVersions)]});
};

const DISCOVER_MS = 3000;
const FRAMED_BEFORE_MS = 800;

/**
 * Last words to a server that is about to be called silent: some read only messages with a Content-Length header in front,
 * as language servers do. Said late, so that a slow server of the right kind has answered before. Tells whether it was said.
 */
const sayFramed = (session: Session, ownVersion: string): boolean => {
  if (session.hasHeard()) return false;
  const params = initializeParams(LEGACY, ownVersion);
  const body = JSON.stringify({jsonrpc: '2.0', id: SECOND_TRY, method: 'initialize', params});
  session.say(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\n`);
  return true;
};

/** The hello of a server that answered nothing until our own second words ended it: what it flushed then came too late. */
export const silentHello = (handshake: HandshakeEvidence): HandshakeEvidence => ({
  ...handshake,
  ...NOTHING,
  asked: handshake.asked.map((one) => ({...one, outcome: 'silence' as const})),
  timedOut: true,
  waitedMs: handshake.waitedMs,
  ms: handshake.ms,
});

const NOTHING: Omit<HandshakeEvidence, 'frames'> = {
  era: null,
  asked: [],
  version: null,
  supportedVersions: [],
  serverName: null,
  serverVersion: null,
  capabilities: [],
  instructionsLength: 0,
  error: null,
  timedOut: false,
  waitedMs: 0,
  malformed: [],
  ms: 0,
};

/** An error's text comes from the server: cleaned before it is kept. */
export const safeError = (error: RpcError, notebook: Notebook): RpcError => ({
  code: error.code,
  message: notebook.safe(error.message, 1000),
  data: error.data === null ? null : notebook.safe(error.data, 1000),
});

/** Revisions that error data names: `data.supported` of the protocol, or a list under another word. */
const versionsIn = (data: Json): readonly string[] => {
  if (!isRecord(data)) return [];
  for (const key of ['supported', 'supportedVersions', 'supported_versions', 'versions']) {
    const list = data[key];
    if (Array.isArray(list)) return list.filter((one) => typeof one === 'string');
    if (typeof list === 'string') return [list];
  }
  return [];
};

type Facts = Pick<
  HandshakeEvidence,
  'version' | 'supportedVersions' | 'serverName' | 'serverVersion' | 'capabilities' | 'instructionsLength' | 'malformed'
>;

/** Capabilities that are objects wherever they stand (the protocol's type ServerCapabilities). */
const CAPABILITIES: readonly string[] = ['tools', 'resources', 'prompts', 'logging', 'completions'];

const legacyFacts = (result: Json, notebook: Notebook): Facts => {
  const malformed: {field: string; seen: string}[] = [];
  const complain = (field: string, value: Json | undefined): void => {
    malformed.push({field, seen: value === undefined ? 'nothing' : notebook.safe(JSON.stringify(value), 200)});
  };
  const body = isRecord(result) ? result : {};
  const {protocolVersion, capabilities, serverInfo} = body;
  if (!isRecord(result)) complain('result', result);
  else {
    if (typeof protocolVersion !== 'string') complain('protocolVersion', protocolVersion);
    if (!isRecord(capabilities)) complain('capabilities', capabilities);
    else
      for (const key of CAPABILITIES)
        if (key in capabilities && !isRecord(capabilities[key])) complain(`capabilities.${key}`, capabilities[key]);
    if (!isRecord(serverInfo)) complain('serverInfo', serverInfo);
    else {
      if (typeof serverInfo['name'] !== 'string') complain('serverInfo.name', serverInfo['name']);
      if (typeof serverInfo['version'] !== 'string') complain('serverInfo.version', serverInfo['version']);
    }
    if ('instructions' in result && typeof result['instructions'] !== 'string')
      complain('instructions', result['instructions']);
  }
  const version = typeof protocolVersion === 'string' ? notebook.safe(protocolVersion, 60) : null;
  return {
    ...commonFacts(body, serverInfo, notebook),
    version,
    supportedVersions: version === null ? [] : [version],
    malformed,
  };
};

const modernFacts = (result: Json, askedVersion: string, notebook: Notebook): Facts => {
  const malformed: {field: string; seen: string}[] = [];
  const body = isRecord(result) ? result : {};
  const list = body['supportedVersions'];
  const supportedVersions = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  if (supportedVersions.length === 0) {
    malformed.push({field: 'supportedVersions', seen: notebook.safe(JSON.stringify(list ?? null), 200)});
  }
  const meta = body['_meta'];
  const info = body['serverInfo'] ?? (isRecord(meta) ? meta['io.modelcontextprotocol/serverInfo'] : undefined);
  const version = supportedVersions.includes(askedVersion) ? askedVersion : (supportedVersions[0] ?? askedVersion);
  return {...commonFacts(body, info, notebook), version, supportedVersions, malformed};
};

const commonFacts = (
  body: {readonly [key: string]: Json},
  serverInfo: Json | undefined,
  notebook: Notebook,
): Pick<Facts, 'serverName' | 'serverVersion' | 'capabilities' | 'instructionsLength'> => {
  const word = (key: string): string | null => {
    const value = isRecord(serverInfo) ? serverInfo[key] : undefined;
    return typeof value === 'string' ? notebook.safe(value, 200) : null;
  };
  const {capabilities, instructions} = body;
  return {
    serverName: word('name'),
    serverVersion: word('version'),
    capabilities: isRecord(capabilities) ? Object.keys(capabilities).map((key) => notebook.safe(key, 60)) : [],
    instructionsLength: typeof instructions === 'string' ? instructions.length : 0,
  };
};
