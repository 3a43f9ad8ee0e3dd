import {type Arguments, parseArguments} from '../../src/commands/arguments.ts';
import {readHost} from '../../src/commands/host.ts';
import type {Terminal} from '../../src/commands/terminal.ts';
import type {Host} from '../../src/model/host.ts';
import type {TempHome} from './temp-home.ts';

type Command = (args: Arguments, host: Host, terminal: Terminal) => Promise<number>;

/** Runs a command of the sources in a temporary home, and keeps what it prints. */
export const runCommand = async (
  command: Command,
  world: TempHome,
  words: readonly string[],
): Promise<{readonly code: number; readonly out: string; readonly err: string}> => {
  let out = '';
  let err = '';
  const host: Host = {...readHost('0.0.0'), home: world.home, cwd: world.project, env: world.env};
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: async () => '',
    signal: new AbortController().signal,
  };
  const code = await command(parseArguments(words), host, terminal);
  return {code, out, err};
};
