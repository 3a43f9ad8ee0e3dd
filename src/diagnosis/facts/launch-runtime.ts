import path from 'node:path';
import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise, programOf, setCommand, setVariable} from './launch-fixes.ts';
import {newerRuntime} from './launch-install.ts';

/** The version of Node that a crash names in its last line ('Node.js v18.12.0'), without the v. */
const nodeVersionIn = (text: string): string | null => /Node\.js v(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null;

/** The Node that ran the server: its version where one is known, and its path. */
export const nodeOf = (evidence: Evidence, text: string): {version: string | null; path: string | null} => {
  const runtime = seen(evidence, 'command')?.runtime;
  const isNode = runtime?.name === 'node';
  return {
    version: nodeVersionIn(text) ?? (isNode ? runtime.version : null),
    path: isNode ? runtime.path : (seen(evidence, 'launch')?.argv[0] ?? null),
  };
};

/** Use a newer Node that is installed; else say which one to install. */
export const newerNodeFixes = (evidence: Evidence, atLeast: number): readonly Fix[] => {
  const found = newerRuntime(evidence, atLeast);
  const program = programOf(evidence);
  const install = advise(
    'install-node',
    `Install Node ${atLeast} or newer (upgrade the old one), and let "command" point to it`,
  );
  if (found === null) return [install];
  if (program === 'node') return [setCommand(evidence, found.path), install];
  const folder = path.posix.dirname(found.path);
  return [
    advise('node-on-path', `Put ${folder} (Node ${found.version}) first on the PATH that "${program}" runs with`),
    install,
  ];
};

/** Use a Python of the wanted version ('3.12'): uv fetches it by itself, others need a path. */
export const newerPythonFixes = (evidence: Evidence, wanted: string): readonly Fix[] => {
  const program = programOf(evidence);
  if (program === 'uv' || program === 'uvx') return [setVariable(evidence, 'UV_PYTHON', wanted)];
  const [major, minor] = wanted.split('.').map(Number);
  const found = (seen(evidence, 'command')?.otherRuntimes ?? []).find(({version}) => {
    const [a, b] = (version ?? '').split('.').map(Number);
    return a === major && b !== undefined && minor !== undefined && b >= minor;
  });
  const install = advise('install-python', `Install Python ${wanted} or newer, and let "command" point to it`);
  return found === undefined ? [install] : [setCommand(evidence, found.path), install];
};

/** The last part of a path, for a sentence. */
export const fileName = (file: string): string => path.win32.basename(file);
