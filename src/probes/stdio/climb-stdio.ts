import type {CommandEvidence, Evidence, RuntimeLook} from '../../model/evidence.ts';
import type {ServerEntry, StdioLaunch} from '../../model/server.ts';
import {type Climb, STOPPED, skipAll} from '../climb.ts';
import {askVersion} from './command/runtime-look.ts';
import {environmentOf} from './environment.ts';
import {type CommandLook, lookAtCommand} from './look-at-command.ts';
import {probeStdio} from './probe-stdio.ts';

const AFTER_COMMAND = ['launch', 'handshake', 'tools'] as const;

/** The rungs of a local server: its command, and with one process its start, its hello and its tools. */
export const climbStdio = async (
  entry: ServerEntry,
  launch: StdioLaunch,
  climb: Climb,
): Promise<Pick<Evidence, 'command' | 'launch' | 'handshake' | 'tools' | 'durations'>> => {
  const {host, redactor, signal, onSection} = climb;
  const startedAt = host.now();
  const look = await lookAtCommand(entry, launch, {host, redactor});
  const env = environmentOf(host, entry, launch, look.search, climb.minimalEnv);
  // The version is asked while the server starts: a slow `java -version` costs it nothing.
  const asking = versionOf(look, env, climb).then((runtime) => {
    const command: CommandEvidence = {...look.evidence, runtime};
    onSection('command', command, host.now() - startedAt);
    return command;
  });
  const because = signal.aborted ? STOPPED : whyNotStarted(look);
  if (because !== null) return {command: await asking, ...skipAll(AFTER_COMMAND, because, climb)};
  const answering = probeStdio({
    host,
    redactor,
    signal,
    env,
    command: look.start,
    args: launch.args,
    cwd: look.cwd,
    package: look.evidence.package,
    toolPrefix: entry.rules.toolPrefix.replaceAll('{server}', entry.name),
    timeoutMs: Math.max(500, climb.timeoutMs - (host.now() - startedAt)),
  });
  const [command, answer] = await Promise.all([asking, answering]);
  const helloMs = 'skipped' in answer.handshake ? 0 : answer.handshake.ms;
  const toolsMs = 'skipped' in answer.tools ? 0 : answer.tools.ms;
  // The process lives through the steps after it: their time is not told twice.
  onSection('launch', answer.launch, Math.max(0, answer.launch.ms - helloMs - toolsMs));
  onSection('handshake', answer.handshake, helloMs);
  onSection('tools', answer.tools, toolsMs);
  return {command, ...answer};
};

const whyNotStarted = (look: CommandLook): string | null => {
  const {evidence} = look;
  if (evidence.look?.kind === 'folder') return 'the command is a folder';
  if (evidence.resolved === null) return 'the command was not found';
  if (!evidence.cwd.exists || !evidence.cwd.isFolder) return 'the working folder is not there';
  return null;
};

const versionOf = async (
  look: CommandLook,
  env: Readonly<Record<string, string>>,
  {host, signal}: Climb,
): Promise<RuntimeLook | null> => {
  if (look.runtime === null || signal.aborted) return null;
  if (!look.evidence.cwd.isFolder) return {...look.runtime, version: null};
  // Our own Node is known without asking.
  if (look.runtime.path === host.node.path) return {...look.runtime, version: host.node.version};
  return await askVersion(host, look.runtime, {cwd: look.cwd, env, signal});
};
