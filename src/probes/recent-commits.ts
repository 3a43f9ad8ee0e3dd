import {type Host, pathsOf} from '../model/host.ts';
import {printableLine} from '../model/printable.ts';
import type {Redactor} from '../model/redact.ts';
import {runOnce} from './process/index.ts';
import {findProgram} from './stdio/command/find-program.ts';
import {shellPath} from './stdio/command/search-path.ts';

const LIMIT_MS = 5000;

/**
 * Settings of a cloned repository that would start a program: signature checks, file monitors, hooks, a fetch of missing
 * objects from its remote.
 */
const HARMLESS = [
  'log.showSignature=false',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

/**
 * The last three commits of a tracked file, newest first: short id, date and subject, without authors. Empty where git is
 * not there or knows nothing. Nothing of the repository is run, nothing is fetched.
 */
export const recentCommits = async (
  host: Host,
  file: string,
  options: {readonly redactor: Redactor; readonly signal: AbortSignal},
): Promise<readonly string[]> => {
  const paths = pathsOf(host);
  const cwd = paths.dirname(file);
  const git = await findProgram(host, shellPath(host), 'git', cwd);
  if (git === null) return [];
  const answer = await runOnce({
    host,
    command: git,
    args: [...HARMLESS, '--no-pager', 'log', '-3', '--format=%h %aI %s', '--', paths.basename(file)],
    cwd,
    env: {...host.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0'},
    timeoutMs: LIMIT_MS,
    signal: options.signal,
  });
  if (answer.exit?.code !== 0) return [];
  return answer.stdout
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 3)
    .map((line) => printableLine(options.redactor.text(line)).slice(0, 300));
};
