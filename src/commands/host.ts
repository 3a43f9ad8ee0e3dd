import os from 'node:os';
import process from 'node:process';
import type {Host} from '../model/host.ts';
import {steadyClock} from './steady-clock.ts';

/**
 * Reads the machine once, as a value. The one place that looks at `process` and `node:os`.
 * @param version of this program
 */
export const readHost = (version: string): Host => ({
  platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
  arch: process.arch,
  osRelease: `${os.type()} ${os.release()}`,
  home: homeOf(),
  cwd: cwdOf(),
  env: environment(),
  node: {path: process.execPath, version: process.versions.node},
  cores: os.availableParallelism(),
  uid: process.getuid?.() ?? null,
  isWsl: process.platform === 'linux' && /microsoft/i.test(os.release()),
  terminal: {
    stdin: process.stdin.isTTY === true,
    stdout: process.stdout.isTTY === true,
    stderr: process.stderr.isTTY === true,
    // A pty without a size says 0.
    columns: process.stdout.columns > 0 ? process.stdout.columns : 80,
  },
  version,
  now: steadyClock(Date.now, () => performance.now()),
});

/** Variables that our own launcher set or took away, put back as the person has them. */
const environment = (): Record<string, string> => {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  if (env['MCP_FIX_SET_FORCE_COLOR'] === '1') delete env['FORCE_COLOR'];
  if (env['MCP_FIX_DEV'] !== undefined) env['DEV'] = env['MCP_FIX_DEV'];
  delete env['MCP_FIX_SET_FORCE_COLOR'];
  delete env['MCP_FIX_DEV'];
  return env;
};

/** HOME decides, as for every client; the account's folder only where HOME is not set. Empty counts as not set. */
const homeOf = (): string | null => {
  const named = process.platform === 'win32' ? process.env['USERPROFILE'] : process.env['HOME'];
  if (named !== undefined && named !== '') return named;
  try {
    return os.userInfo().homedir || null;
  } catch {
    return null; // An account without an entry in the password file.
  }
};

const cwdOf = (): string | null => {
  try {
    return process.cwd();
  } catch {
    return null; // The folder was deleted under us.
  }
};
