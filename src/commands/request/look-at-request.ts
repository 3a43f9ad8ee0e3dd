import {digestOf} from '../../clients/index.ts';
import {type ReadRequest, type RequestedServer, readRequest} from '../../clients/request/index.ts';
import {diagnoseAll, statusOf, stepsOf} from '../../diagnosis/index.ts';
import type {Evidence, SectionName, Skipped} from '../../model/evidence.ts';
import type {Diagnosis, Finding} from '../../model/finding.ts';
import type {Host} from '../../model/host.ts';
import type {Investigation} from '../../model/investigation.ts';
import {inParallel} from '../../probes/in-parallel.ts';
import {investigate} from '../../probes/investigate.ts';
import {reachOfHost} from '../../probes/remote/address.ts';
import {machineOf} from '../session.ts';

/** How a request is to be read. */
export interface RequestSource {
  readonly file: string;
  /** 'Name: value' lines that go along with it; null where none were given. */
  readonly headers: readonly string[] | null;
  readonly isPrivateAllowed: boolean;
}

/** A request with what is wrong in it as a whole, and each of its servers. */
export interface RequestLook {
  readonly read: ReadRequest;
  readonly findings: readonly Finding[];
  readonly servers: readonly Investigation[];
}

export interface AskOptions {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Of one server's whole investigation, in milliseconds. */
  readonly timeoutOf: (name: string) => number;
  /** May the server of this digest be called? */
  readonly mayAsk: (digest: string) => boolean;
  readonly onAsk?: (name: string) => void;
}

export const readRequestFrom = (bytes: Buffer, source: RequestSource, host: Host): Promise<ReadRequest> =>
  readRequest(bytes, {...source, host, reachOf: reachOfHost});

/** What is wrong in the text of the request as a whole. */
export const findingsOfWhole = (read: ReadRequest, host: Host): readonly Finding[] =>
  diagnoseAll({file: read.file, request: read.whole, machine: machineOf(host)}).findings;

/** What is wrong in the text of one server's entry; nothing is asked. */
export const findingsInText = (server: RequestedServer, host: Host): readonly Finding[] =>
  diagnoseAll(textEvidence(server, host)).findings;

/** Reads the whole request and asks each of its servers on its own, all at a time, each with its own time limit. */
export const askServers = async (read: ReadRequest, options: AskOptions): Promise<RequestLook> => {
  const servers = await inParallel(read.servers, (server) => askServer(server, options), {cores: options.host.cores});
  return {read, findings: findingsOfWhole(read, options.host), servers};
};

const textEvidence = ({evidence, request}: RequestedServer, host: Host): Evidence => ({
  entry: evidence,
  request,
  machine: machineOf(host),
});

const askServer = async (server: RequestedServer, options: AskOptions): Promise<Investigation> => {
  const {entry, request} = server;
  const {host, signal} = options;
  const startedAt = host.now();
  const digest = await digestOf(entry, host);
  const isAllowed = options.mayAsk(digest);
  const why = !canBeAsked(server)
    ? 'the request has to be mended first'
    : isAllowed
      ? null
      : 'nobody has approved that it is called';
  if (why === null) options.onAsk?.(entry.name);
  const evidence: Evidence =
    why === null
      ? {
          ...(await investigate(entry, {
            host,
            entryEvidence: server.evidence,
            timeoutMs: options.timeoutOf(entry.name),
            signal,
          })),
          request,
        }
      : {...textEvidence(server, host), ...notAsked(why)};
  const diagnosis = both(diagnoseAll(evidence), evidence);
  const stopped = signal.aborted ? 'interrupted' : isAllowed ? undefined : 'untrusted';
  const {status, because} = statusOf(evidence, diagnosis, entry.standing, stopped);
  return {
    entry,
    evidence,
    diagnosis,
    steps: stepsOf(evidence, diagnosis),
    status,
    ...(because === undefined ? {} : {because}),
    digest,
    durationMs: host.now() - startedAt,
  };
};

/**
 * What the text gets wrong does not cause what the server does: a missing toolset and a refused connection are two
 * faults, and both are told.
 */
const both = (whole: Diagnosis, {request: _ofTheText, ...evidence}: Evidence): Diagnosis => {
  const told = new Set(whole.findings.map(({id}) => id));
  const more = diagnoseAll(evidence).findings.filter(({id, step}) => step !== 'config' && !told.has(id));
  return {...whole, findings: [...whole.findings, ...more]};
};

const REMOTE: readonly SectionName[] = ['network', 'http', 'auth', 'handshake', 'tools'];

const notAsked = (skipped: string): Readonly<Record<string, Skipped>> =>
  Object.fromEntries(REMOTE.map((name) => [name, {skipped}]));

/** Only what the connector itself would call: a token never travels over plain http to the outside, nor to an inner host unasked. */
const canBeAsked = ({entry, request}: RequestedServer): boolean => {
  const {about} = request;
  if (about === null || entry.launch?.kind !== 'remote') return false;
  // What no header can carry is never sent.
  if (about.token?.hasLineEnd === true || about.token?.hasControl === true) return false;
  const {scheme, reach} = about.url;
  const isOutside = reach === 'public' || reach === 'unknown';
  return isOutside ? scheme === 'https' : about.isPrivateAllowed && (scheme === 'https' || scheme === 'http');
};
