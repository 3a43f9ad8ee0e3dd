import type {Host} from '../model/host.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {type Arguments, parseArguments} from './arguments.ts';
import {help} from './help.ts';
import {readHost} from './host.ts';
import {ownVersion} from './own-version.ts';
import {commandLine, processTerminal, type Terminal} from './terminal.ts';

/**
 * The program. Parses, runs one command, and turns every kind of trouble into one sentence and an exit code.
 * @returns the exit code; only bin/ sets it
 */
export const run = async (argv: readonly string[] = commandLine()): Promise<number> => {
  const terminal = processTerminal();
  let isDebugging = false;
  try {
    if (argv[0] === '--version' || argv[0] === '-v') {
      terminal.out(`${ownVersion()}\n`);
      return EXIT.healthy;
    }
    const host = readHost(ownVersion());
    isDebugging = host.env['MCP_FIX_DEBUG'] === '1';
    return await commandOf(parseArguments(argv), host, terminal);
  } catch (error) {
    if (terminal.signal.aborted) return EXIT.interrupted;
    if (error instanceof UserError) {
      terminal.err(`${error.message}\n`);
      return error.exitCode;
    }
    terminal.err(
      `This is a bug of mcp-fix, not of your set-up: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    terminal.err(
      'Please report it to the makers of mcp-fix with what you did; MCP_FIX_DEBUG=1 prints where it happened.\n',
    );
    if (isDebugging && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    return EXIT.ours;
  }
};

/** Each command loads its own code only: `--help` costs nothing, `check` never loads React. */
const commandOf = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  switch (args.command) {
    case 'help':
      return help(args, terminal);
    case 'wizard':
      return (await import('./wizard.ts')).wizard(args, host, terminal);
    case 'check':
      return (await import('./check.ts')).check(args, host, terminal);
    case 'compare':
      return (await import('./compare.ts')).compareClients(args, host, terminal);
    case 'fix':
      return (await import('./fix.ts')).fix(args, host, terminal);
    case 'undo':
      return (await import('./undo.ts')).undo(args, host, terminal);
    case 'explain':
      return (await import('./explain.ts')).explain(args, host, terminal);
    case 'list':
      return (await import('./list.ts')).list(args, host, terminal);
    case 'log':
      return (await import('./log.ts')).log(args, host, terminal);
    case 'request':
      return (await import('./request.ts')).request(args, host, terminal);
    case 'onboard':
      return (await import('./onboard.ts')).onboard(args, host, terminal);
    case 'repro':
      return (await import('./repro.ts')).repro(args, host, terminal);
    case 'bundle':
      return (await import('./bundle.ts')).bundle(args, host, terminal);
    case 'snapshot':
      return (await import('./snapshot.ts')).snapshot(args, host, terminal);
    case 'bisect':
      return (await import('./bisect.ts')).bisect(args, host, terminal);
    case 'compat':
      return (await import('./compat.ts')).compat(args, host, terminal);
    case 'demo':
      return (await import('./demo.ts')).demo(args, host, terminal);
    case 'purge':
      return (await import('./purge.ts')).purge(args, host, terminal);
  }
};
