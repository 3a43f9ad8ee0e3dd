import {parseArguments} from '../../src/commands/arguments.ts';
import {request} from '../../src/commands/request.ts';
import type {Terminal} from '../../src/commands/terminal.ts';
import {UserError} from '../../src/model/user-error.ts';
import {testHost} from '../servers/http-entry.ts';
import type {Ran} from './run-program.ts';
import type {TempHome} from './temp-home.ts';

/** Runs `mcp-fix request` in this process, with a machine and a terminal of the test's own. */
export const runRequest = async (
  world: TempHome,
  args: readonly string[],
  options: {readonly input?: string; readonly signal?: AbortSignal} = {},
): Promise<Ran> => {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: async (limit = 1_000_000) => (options.input ?? '').slice(0, limit),
    signal: options.signal ?? new AbortController().signal,
  };
  const host = {...testHost(world.env), home: world.home, cwd: world.project};
  try {
    return {code: await request(parseArguments(['request', ...args]), host, terminal), out, err};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {code: error.exitCode, out, err: `${err}${error.message}\n`};
  }
};
