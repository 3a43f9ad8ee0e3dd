import type {EntryEvidence, Evidence, FileEvidence, SectionName} from '../model/evidence.ts';
import {isSkipped} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import {createRedactor} from '../model/redact.ts';
import type {RemoteLaunch, ServerEntry} from '../model/server.ts';
import {type Climb, type Climbed, STOPPED, skipAll} from './climb.ts';
import {environmentSecrets} from './environment-secrets.ts';
import {withHelperHeaders} from './headers-helper.ts';
import {climbStdio} from './stdio/climb-stdio.ts';

export interface InvestigateOptions {
  readonly host: Host;
  readonly entryEvidence: EntryEvidence;
  readonly fileEvidence?: FileEvidence;
  /** For everything that is asked of this server; ending it may take 1.5 s more. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Give the server the SDK's six variables and its own, and nothing else. */
  readonly minimalEnv?: boolean;
  readonly onSection?: (name: SectionName, section: object, ms: number) => void;
}

const STDIO = ['command', 'launch', 'handshake', 'tools'] as const;
const REMOTE = ['network', 'http', 'auth', 'handshake', 'tools'] as const;

/**
 * Climbs the ladder with one server and tells what was seen on every rung. Stops asking where an earlier answer makes it
 * pointless, and says so in each later section. Starts programs and calls servers: only for an approved entry.
 */
export const investigate = async (entry: ServerEntry, options: InvestigateOptions): Promise<Evidence> => {
  const {host, signal, timeoutMs} = options;
  const startedAt = host.now();
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host)]);
  const durations: Partial<Record<SectionName, number>> = {};
  const onSection: Climb['onSection'] = (name, section, ms) => {
    durations[name] = ms;
    options.onSection?.(name, section, ms);
  };
  if (options.fileEvidence !== undefined) onSection('file', options.fileEvidence, 0);
  onSection('entry', options.entryEvidence, 0);
  const climb: Climb = {host, redactor, signal, timeoutMs, minimalEnv: options.minimalEnv === true, onSection};
  const sections = await climbWith(entry, climb);
  const {durations: measured, ...asked} = sections;
  return {
    machine: {
      platform: host.platform,
      node: host.node.version,
      home: host.home ?? '',
      nowMs: startedAt,
    },
    ...(options.fileEvidence === undefined ? {} : {file: options.fileEvidence}),
    entry: options.entryEvidence,
    ...asked,
    durations: {...measured, ...durations},
    limitMs: timeoutMs,
    limitHit: hasHitLimit(asked),
  };
};

const climbWith = async (entry: ServerEntry, climb: Climb): Promise<Climbed> => {
  const {launch} = entry;
  if (launch === null) {
    const names = entry.transport === 'stdio' ? STDIO : entry.transport === 'unknown' ? HELLO : REMOTE;
    return skipAll(names, 'the entry names nothing that could be started or called', climb);
  }
  if (climb.signal.aborted) return skipAll(launch.kind === 'stdio' ? STDIO : REMOTE, STOPPED, climb);
  return launch.kind === 'stdio' ? await climbStdio(entry, launch, climb) : await climbRemote(entry, launch, climb);
};

const HELLO = ['handshake', 'tools'] as const;

const climbRemote = async (entry: ServerEntry, launch: RemoteLaunch, climb: Climb): Promise<Climbed> => {
  const {host, signal} = climb;
  const startedAt = host.now();
  const whole = await withHelperHeaders(entry, launch, climb);
  const secrets = Object.values(whole.headers).filter((value) => !Object.values(launch.headers).includes(value));
  const {probeRemote} = await import('./remote/index.ts');
  return await probeRemote(entry, whole, {
    host,
    signal,
    redactor: secrets.length === 0 ? climb.redactor : climb.redactor.with(secrets),
    timeoutMs: Math.max(500, climb.timeoutMs - (host.now() - startedAt)),
    onSection: climb.onSection,
  });
};

const hasHitLimit = (asked: Climbed): boolean => {
  for (const section of [asked.launch, asked.handshake, asked.tools]) {
    if (section !== undefined && !isSkipped(section) && section.timedOut) return true;
  }
  return false;
};

export {inParallel} from './in-parallel.ts';
