import type {FoundProgram, RuntimeLook} from '../../../model/evidence.ts';
import type {Host} from '../../../model/host.ts';
import {runOnce} from '../../process/index.ts';
import {scriptPlace} from './arguments-layout.ts';
import {programName, unwrapped} from './command-words.ts';
import {findProgram} from './find-program.ts';
import {type KnownFolder, versionInPath} from './known-folders.ts';

/** Programs behind a runner that do its work. */
const BEHIND: Readonly<Record<string, string>> = {
  npx: 'node',
  npm: 'node',
  pnpm: 'node',
  pnpx: 'node',
  yarn: 'node',
  tsx: 'node',
  'ts-node': 'node',
  uvx: 'uv',
  bunx: 'bun',
  podman: 'docker',
  pipx: 'python',
};

const KNOWN = /^(node|python|uv|bun|deno|docker|java|dotnet|ruby|go|php)$/;

/** Which runtime the command needs, by its name or by the first line of the script that it is. */
export const runtimeName = (command: string, args: readonly string[], interpreter: string | null): string | null => {
  const {name} = unwrapped(command, args);
  const plain = (text: string): string =>
    /^(python|pypy)[\d.]*w?$|^py$/.test(text) ? 'python' : text === 'nodejs' ? 'node' : text;
  const behind = BEHIND[name] ?? plain(name);
  if (KNOWN.test(behind)) return behind;
  const family = scriptPlace(command, args)?.runtime;
  if (family !== undefined && KNOWN.test(family)) return family;
  const script = interpreter === null ? null : plain(programName(interpreter));
  return script !== null && KNOWN.test(script) ? script : null;
};

const QUESTION: Readonly<Record<string, readonly string[]>> = {java: ['-version'], go: ['version']};
const LIMIT_MS = 3000;

/** Asks a runtime for its version; null where it does not say one within three seconds. */
export const askVersion = async (
  host: Host,
  look: {readonly name: string; readonly path: string},
  options: {readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly signal: AbortSignal},
): Promise<RuntimeLook> => {
  const answer = await runOnce({
    host,
    command: look.path,
    args: QUESTION[look.name] ?? ['--version'],
    cwd: options.cwd,
    env: options.env,
    timeoutMs: LIMIT_MS,
    signal: options.signal,
  });
  const said = answer.exit?.code === 0 ? `${answer.stdout}\n${answer.stderr}` : '';
  return {...look, version: /\bv?(\d+\.\d+(?:\.\d+)?(?:[-+.][\w.]+)?)/.exec(said)?.[1] ?? null};
};

/** The file of the runtime: the command itself when it is the runtime, else what the search finds. */
export const runtimePath = async (
  host: Host,
  name: string,
  options: {readonly resolved: string | null; readonly folders: readonly string[]; readonly cwd: string},
): Promise<string | null> => {
  const own = options.resolved === null ? null : programName(options.resolved);
  if (
    options.resolved !== null &&
    own !== null &&
    (own === name || (name === 'python' && /^(python|pypy)/.test(own)))
  ) {
    return options.resolved;
  }
  const names = name === 'python' ? ['python3', 'python'] : [name];
  for (const one of names) {
    const found = await findProgram(host, options.folders, one, options.cwd);
    if (found !== null) return found;
  }
  return null;
};

/** Other copies of the runtime in the folders of version managers, with the version where the folder's name tells it. */
export const otherRuntimes = async (
  host: Host,
  name: string,
  known: readonly KnownFolder[],
  except: string | null,
): Promise<readonly FoundProgram[]> => {
  if (name !== 'node' && name !== 'python' && name !== 'java') return [];
  const names =
    name === 'python' ? ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'] : [name];
  const out: FoundProgram[] = [];
  for (const {folder, owner} of known) {
    for (const one of names) {
      const path = await findProgram(host, [folder], one, folder);
      if (path === null || path === except || out.some((other) => other.path === path)) continue;
      const version = versionInPath(folder) ?? /(\d+\.\d+)$/.exec(one)?.[1] ?? null;
      // Without a version it is of no use for 'too old'.
      if (version !== null) out.push({path, source: 'known-folder', owner, version});
    }
    if (out.length >= 12) break;
  }
  return out;
};
