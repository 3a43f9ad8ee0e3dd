import type {HandshakeEvidence, LaunchEvidence, PackageLook, Skipped, ToolsEvidence} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';
import {type RunningProcess, shutDown, startProcess} from '../process/index.ts';
import {isInstalling} from './is-installing.ts';
import {listTools} from './list-tools.ts';
import {mayHaveEndedAtInitialize} from './may-have-ended-at-initialize.ts';
import {createNotebook, type Notebook} from './notebook.ts';
import {sayHello, silentHello} from './say-hello.ts';
import {createSession, type Session} from './session.ts';
import {watchAfterHello} from './watch-after-hello.ts';

export interface StdioProbe {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly package: Pick<PackageLook, 'runner'> | null;
  readonly toolPrefix: string;
  /** Milliseconds from the start of the process to the end of the last wait. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface StdioAnswer {
  readonly launch: LaunchEvidence;
  readonly handshake: HandshakeEvidence | Skipped;
  readonly tools: ToolsEvidence | Skipped;
}

/** How long after the limit the whole probe may still take to end the server. */
const AFTER_LIMIT_MS = 1200;

/**
 * Starts the server, says hello, asks for its tools, ends it, and tells everything that was seen. A server that may have
 * ended because it knows no `initialize` is started once more, with `server/discover` as its first message.
 */
export const probeStdio = async (probe: StdioProbe): Promise<StdioAnswer> => {
  const until = probe.host.now() + probe.timeoutMs;
  const first = await runOnce(probe, until, 'legacy');
  const again = Math.min(until, probe.host.now() + AGAIN_MS + first.launch.ms);
  if (probe.signal.aborted || !mayHaveEndedAtInitialize(first, again - probe.host.now())) return first;
  const second = await runOnce(probe, again, 'modern');
  if ('skipped' in first.handshake || 'skipped' in second.handshake || second.handshake.version === null) return first;
  return {...second, handshake: {...second.handshake, asked: [...first.handshake.asked, ...second.handshake.asked]}};
};

const AGAIN_MS = 2000;

/** One process: its start, its hello in one era, its tools and its end. */
const runOnce = async (probe: StdioProbe, until: number, era: 'legacy' | 'modern'): Promise<StdioAnswer> => {
  const {host, redactor, signal} = probe;
  const notebook = createNotebook(redactor);
  let session: Session | null = null;
  const running = startProcess({...probe, onStdout: (chunk) => session?.hear(chunk)});
  const spawnError = await running.spawned;
  if (spawnError !== null) {
    const because = {skipped: 'the system could not start the command'};
    const launch = {...launchFacts(probe, running, notebook), spawnError: clean(spawnError, redactor)};
    return {launch, handshake: because, tools: because};
  }
  session = createSession({host, notebook, startedAt: running.startedAt, signal, write: running.write});
  const talking = session;
  let endedDuring: string | null = null;
  let isClosing = false;
  // Looked at when its last words were read: an answer that stood before them was no interruption.
  void running.drained.then(() => {
    if (!isClosing) endedDuring = talking.during();
    talking.ended();
  });

  const said = await converse(talking, probe, notebook, {until, era});
  // A program that ends of the second framing was silent until then; Python writes what it held back as it ends.
  const diedOfUs = said.wasFramed && running.exit() !== null;
  const handshake = diedOfUs && !('skipped' in said.handshake) ? silentHello(said.handshake) : said.handshake;
  const tools = diedOfUs ? {skipped: 'the server did not say hello in time'} : said.tools;
  if (!('skipped' in handshake) && handshake.version !== null) await watchAfterHello(host, running, {until, signal});
  const timedOut = !signal.aborted && (isTimedOut(handshake) || isTimedOut(tools));
  const installing = timedOut && (await isInstalling(host, running, probe.package));
  // Some servers end on a message that they do not know; that question was ours, so it is told with the hello alone.
  const exit = endedDuring === 'server/discover' || diedOfUs ? null : running.exit();
  isClosing = true;
  const graceMs = signal.aborted ? 300 : Math.min(2000, Math.max(350, (until + AFTER_LIMIT_MS - host.now()) / 2));
  const closing = await shutDown(host, running, {graceMs, isInstalling: installing});
  const {frames} = notebook.written();
  return {
    launch: {
      ...launchFacts(probe, running, notebook),
      exit,
      endedDuring: exit === null ? null : (endedDuring ?? 'idle'),
      answeredLate: talking.answeredLate(),
      closing: {
        ...closing,
        survivors: closing.survivors.map(({pid, command}) => ({pid, command: printableLine(redactor.text(command))})),
      },
      isInstalling: installing,
      timedOut,
      ms: host.now() - running.startedAt,
    },
    handshake: 'skipped' in handshake ? handshake : {...handshake, frames},
    tools,
  };
};

const isTimedOut = (section: HandshakeEvidence | ToolsEvidence | Skipped): boolean =>
  !('skipped' in section) && section.timedOut;

const converse = async (
  session: Session,
  probe: StdioProbe,
  notebook: Notebook,
  {until, era}: {readonly until: number; readonly era: 'legacy' | 'modern'},
): Promise<Pick<StdioAnswer, 'handshake' | 'tools'> & {readonly wasFramed: boolean}> => {
  const {host} = probe;
  const hello = await sayHello(session, {host, notebook, until, era});
  const handshake: HandshakeEvidence = {...hello.evidence, frames: []};
  const {wasFramed} = hello;
  if (!hello.isDone)
    return {handshake, tools: {skipped: 'the server did not say hello in a way that a client can read'}, wasFramed};
  if (probe.signal.aborted) return {handshake, tools: {skipped: 'the check was stopped'}, wasFramed};
  session.setPhase('during-list');
  const tools = await listTools(session, {
    host,
    notebook,
    until,
    capabilities: handshake.capabilities,
    meta: hello.meta,
    prefix: probe.toolPrefix,
  });
  session.setPhase('after-handshake');
  return {handshake, tools, wasFramed};
};

const launchFacts = (probe: StdioProbe, running: RunningProcess, notebook: Notebook): LaunchEvidence => {
  const {host, redactor} = probe;
  const {noise, noiseCount, oddities} = notebook.written();
  return {
    argv: [probe.command, ...probe.args].map((word) => printableLine(redactor.text(word))),
    cwd: printableLine(redactor.text(probe.cwd)),
    envNames: Object.keys(probe.env).map(printableLine).sort(),
    pid: running.pid,
    spawnError: null,
    exit: null,
    endedDuring: null,
    firstOutputMs: running.firstOutputMs(),
    answeredLate: [],
    stderr: running.stderr.capture(redactor),
    stdout: running.stdout.capture(redactor),
    noise,
    noiseCount,
    oddities,
    closing: {by: 'none', ms: 0, survivors: []},
    isInstalling: false,
    timedOut: false,
    ms: host.now() - running.startedAt,
  };
};

const clean = (
  failure: NonNullable<LaunchEvidence['spawnError']>,
  redactor: Redactor,
): NonNullable<LaunchEvidence['spawnError']> => ({...failure, message: printableLine(redactor.text(failure.message))});
