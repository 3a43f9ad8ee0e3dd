import type {PackageLook} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {findRun, type RunningProcess} from '../process/index.ts';

/** The runners' own processes; a server that they have started shows as another one. */
const RUNNER =
  /(^|[\\/ ])(npm(-cli\.js)?|npx(-cli\.js)?|uv|uvx|bunx?|pnpm(\.c?js)?|yarn(\.js)?|corepack|pipx|node-gyp|deno)(\s|$)/;
const PROGRESS =
  /(Pulling (from|fs layer)|Unable to find image|Downloading|Downloaded newer|Resolving|Resolved \d+|Preparing packages|Installed \d+ packages|Fetching|Extracting|npm (http|info|verb|sill)|Waiting for lock)/i;

/**
 * Whether a package runner is still fetching: nothing was said on standard output, and either every process of the run is
 * the runner's own, or the last words on standard error are its progress.
 */
export const isInstalling = async (
  host: Host,
  running: RunningProcess,
  look: Pick<PackageLook, 'runner'> | null,
): Promise<boolean> => {
  if (look === null || running.exit() !== null || running.pid === null || running.stdout.bytes() > 0) return false;
  const lastWords = running.stderr.text().slice(-1500);
  if (look.runner === 'docker run') return PROGRESS.test(lastWords);
  const processes = await findRun(host, running.mark, running.pid);
  if (processes.length === 0) return PROGRESS.test(lastWords);
  return processes.every(({command}) => RUNNER.test(command)) && isEmptyHanded(processes);
};

/** `npm exec` names itself by its whole line; a shell between it and the server shows that fetching is over. */
const isEmptyHanded = (processes: readonly {readonly command: string}[]): boolean =>
  !processes.some(({command}) => /(^|\/)sh -c /.test(command));
