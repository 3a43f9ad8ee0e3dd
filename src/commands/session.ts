import {digestOf, type Found, findServers, foundAs, reportedFor} from '../clients/index.ts';
import {cleanText} from '../diagnosis/clean-text.ts';
import {diagnoseFile} from '../diagnosis/of-file.ts';
import {statusOf} from '../diagnosis/status-of.ts';
import {stepsOf} from '../diagnosis/steps-of.ts';
import type {Evidence, FileEvidence, ReportedEvidence, SectionName} from '../model/evidence.ts';
import {type Host, pathsOf} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import type {ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import {type Approvals, openApprovals} from '../records/index.ts';
import type {CheckedFile} from '../reports/check-report.ts';
import {type Arguments, wholeNumber} from './arguments.ts';
import {fromHere} from './from-here.ts';
import {checkTrustOptions, isNamed, isTrusted, type TrustOptions} from './trust.ts';

/** What every command that looks at servers starts with. */
export interface Session {
  readonly host: Host;
  readonly projectDir: string | null;
  /** Where the person is, for paths that they type: in the practice set-up that is not the machine's home and folder. */
  readonly person: Pick<Host, 'cwd' | 'home'>;
  readonly clients: readonly string[];
  /** Every entry is read and started as this client would; null: each as its own. */
  readonly actAs: string | null;
  readonly timeoutMs: number;
  readonly minimalEnv: boolean;
  readonly trust: TrustOptions;
  readonly approvals: Approvals;
  /** Digests that are as good as approved in this run: an approved entry after a change that was agreed to. */
  readonly carried: Set<string>;
  /** Reads the configurations anew: they change under us, by us and by others. */
  readonly find: () => Promise<Found>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

export const openSession = async (args: Arguments, host: Host): Promise<Session> => {
  const named = args.text('project');
  // As a whole path: digests and what a client sees do not depend on how the folder was spelt.
  const paths = pathsOf(host);
  const projectDir =
    named === undefined ? host.cwd : paths.isAbsolute(named) ? paths.resolve(named) : fromHere(host, named);
  const clients = args.texts('client');
  const actAs = args.text('as') ?? null;
  const minimal = args.text('env');
  if (minimal !== undefined && minimal !== 'minimal')
    throw new UserError(`--env takes the word minimal, not ${JSON.stringify(minimal)}.`);
  return {
    host,
    projectDir,
    person: host,
    clients,
    actAs,
    timeoutMs: wholeNumber(args, 'timeout', {min: 100, max: 600_000, otherwise: DEFAULT_TIMEOUT_MS}),
    minimalEnv: minimal === 'minimal',
    trust: checkTrustOptions({yes: args.flag('yes'), trust: args.texts('trust')}),
    approvals: await openApprovals(host),
    carried: new Set(),
    find: async () => {
      const found = await findServers(host, {projectDir, ...(clients.length === 0 ? {} : {clients})});
      return actAs === null ? found : foundAs(found, actAs);
    },
  };
};

/** What is wrong with the configuration files themselves; files without trouble are in the list too. */
export const checkFiles = (found: Found, host: Host): readonly CheckedFile[] => {
  const machine = machineOf(host);
  return found.files
    .filter((file) => file.exists)
    .map((evidence) => ({evidence, findings: diagnoseFile(evidence, machine)}));
};

export const machineOf = (host: Host): Evidence['machine'] => ({
  platform: host.platform,
  node: host.node.version,
  home: host.home ?? '',
  nowMs: host.now(),
});

export interface LookOptions {
  readonly signal: AbortSignal;
  readonly onSection?: (name: SectionName, ms: number) => void;
  /** Words that a person or a log gave us. */
  readonly reported?: Evidence['reported'];
}

/** What only a look at a server needs, and a list or the first screen can do without. */
const loadProbes = () => import('../probes/investigate.ts');
const loadRules = () => import('../diagnosis/index.ts');

/**
 * Looks at one server: what its configuration says, and, when it was approved and its client would use it, what it does.
 */
export const lookAt = async (
  session: Session,
  found: Found,
  entry: ServerEntry,
  options: LookOptions,
): Promise<Investigation> => {
  const {host} = session;
  const startedAt = host.now();
  const digest = await digestOf(entry, host);
  const entryEvidence = found.evidenceOf(entry);
  const approved = mayStart(session, entry, digest);
  const {state} = entry.standing;
  // A client's own approval of a project's entry is missing in every CI and every fresh clone: who names the digest wants it asked.
  const isUsed = state === 'active' || (state === 'not-approved' && isNamed(digest, session.trust));
  const said = options.reported === undefined ? {} : {reported: options.reported};
  const logged = options.reported === undefined ? reportedFor(entry, host) : null;
  const evidence: Evidence =
    approved && isUsed
      ? {
          ...(await (
            await loadProbes()
          ).investigate(entry, {
            host,
            entryEvidence,
            timeoutMs: session.timeoutMs,
            signal: options.signal,
            minimalEnv: session.minimalEnv,
            onSection: (name, _section, ms) => {
              // The rules load while the server starts: their 30 ms cost nobody anything then, and before would be waited for.
              if (name === 'command' || name === 'network') void loadRules();
              options.onSection?.(name, ms);
            },
          })),
          ...said,
        }
      : {
          ...unasked(entryEvidence, isUsed ? 'nobody has approved it yet' : 'its client does not use this entry'),
          ...said,
          machine: machineOf(host),
        };
  const {diagnoseAll} = await loadRules();
  const diagnosis = diagnoseAll(evidence);
  const stopped = options.signal.aborted ? 'interrupted' : approved || !isUsed ? undefined : 'untrusted';
  const {status, because} = statusOf(evidence, diagnosis, entry.standing, stopped);
  return {
    entry,
    evidence: status === 'healthy' ? evidence : withLog(evidence, await logged),
    diagnosis,
    steps: stepsOf(evidence, diagnosis),
    status,
    ...(because === undefined ? {} : {because}),
    digest,
    durationMs: host.now() - startedAt,
  };
};

/**
 * The evidence with what the client's own log tells. Put in after the diagnosis: a log tells what was, and may not change
 * what the probes found just now.
 */
const withLog = (evidence: Evidence, logged: ReportedEvidence | null): Evidence =>
  logged === null ? evidence : {...evidence, reported: {...logged, cleaned: cleanText(logged.cleaned)}};

/** Whether this entry, as it stands, may be started or called. */
export const mayStart = (session: Session, entry: Pick<ServerEntry, 'isProjectFile'>, digest: string): boolean =>
  session.carried.has(digest) ||
  isTrusted(
    {isProjectFile: entry.isProjectFile, digest, isApproved: session.approvals.isApproved(digest)},
    session.trust,
  );

/**
 * An entry that might be started may be so after a change that the person saw and agreed to, although its digest is new.
 * @param keep remembers the yes for later runs too
 */
export const carryTrust = async (session: Session, key: string, keep: boolean): Promise<void> => {
  const entry = (await session.find()).entries.find((one) => one.key === key);
  if (entry === undefined) return;
  const digest = await digestOf(entry, session.host);
  session.carried.add(digest);
  if (keep) await session.approvals.approve(digest, {name: entry.name, client: entry.client, file: entry.file});
};

/** Evidence of the configuration alone, with every further question marked as not asked. */
const unasked = (entry: Evidence['entry'] & object, because: string): Omit<Evidence, 'machine'> => {
  const skipped = {skipped: because};
  const isRemote = 'transport' in entry && (entry.transport === 'http' || entry.transport === 'sse');
  return isRemote
    ? {entry, network: skipped, http: skipped, auth: skipped, handshake: skipped, tools: skipped}
    : {entry, command: skipped, launch: skipped, handshake: skipped, tools: skipped};
};

/** The entries of a name (all of them for null). @throws UserError that lists what there is */
export const namedEntries = (found: Found, names: readonly string[]): readonly ServerEntry[] => {
  if (names.length === 0) return found.entries;
  const missing = names.find((name) => !isKnown(found, name));
  if (missing !== undefined) {
    const known = [...new Set(found.entries.map((entry) => entry.name))].sort();
    const abroad = found.windowsSide.find((file) => file.serverNames.includes(missing));
    if (abroad !== undefined)
      throw new UserError(
        `${JSON.stringify(missing)} belongs to ${abroad.clientName}: ${abroad.path}. Its servers start on Windows; run mcp-fix in a Windows terminal to check it.`,
      );
    throw new UserError(
      `No client's configuration has a server named ${JSON.stringify(missing)}. ${known.length === 0 ? 'No server is configured at all for this home and project.' : `There are: ${known.join(', ')}.`} To see where we looked: mcp-fix list`,
    );
  }
  return found.entries.filter((entry) => names.includes(entry.name));
};

/** Files that hide servers: one of that name stands in them, or they are too broken to tell. */
export const filesHiding = (files: readonly CheckedFile[], name: string): readonly CheckedFile[] =>
  files.filter(
    ({evidence, findings}) =>
      findings.length > 0 &&
      (evidence.serverNames.includes(name) || evidence.syntax !== null || evidence.unreadable !== null),
  );

const isKnown = (found: Found, name: string): boolean =>
  found.entries.some((entry) => entry.name === name) ||
  found.files.some(
    (file: FileEvidence) => file.serverNames.includes(name) || file.syntax !== null || file.unreadable !== null,
  );
