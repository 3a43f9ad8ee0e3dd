import {UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {COMMANDS, type CommandName, type CommandRow, isCommand} from './command-table.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix help [COMMAND]`. */
export const help = (args: Arguments, terminal: Terminal): 0 => {
  const [about] = args.operands;
  if (about === undefined) terminal.out(overview());
  else if (isCommand(about)) terminal.out(helpOf(about));
  else throw new UserError(`There is no command ${JSON.stringify(about)}. All commands: mcp-fix help`);
  return 0;
};

const overview = (): string =>
  [
    'mcp-fix repairs broken MCP set-ups: it finds the cause, changes one setting, proves it, and keeps a record.',
    '',
    'Usage: mcp-fix [COMMAND] [OPTIONS]',
    '',
    ...Object.entries(COMMANDS).map(([name, row]) => `  ${name.padEnd(9)}${row.help}`),
    '',
    'Options of a command: mcp-fix help COMMAND. The version: mcp-fix --version',
    'Nothing that a configuration names is started, and nothing is sent, before you say yes to exactly that.',
    '',
  ].join('\n');

/** The help of one command: usage, options, exit codes. */
export const helpOf = (name: CommandName): string => {
  const row: CommandRow = COMMANDS[name];
  const usages = Object.entries(row.options).map(([option, {takes, help: words}]): readonly [string, string] => [
    `--${option}${takes === undefined ? '' : ` ${takes}`}`,
    words,
  ]);
  const width = Math.max(0, ...usages.map(([left]) => left.length)) + 2;
  return [
    `mcp-fix ${name} ${row.operands}`.trim(),
    '',
    `${row.help[0]?.toUpperCase() ?? ''}${row.help.slice(1)}.`,
    ...(usages.length === 0 ? [] : ['', ...usages.map(([left, words]) => `  ${left.padEnd(width)}${words}`)]),
    ...(row.more ?? []).flatMap((paragraph) => ['', paragraph]),
    '',
  ].join('\n');
};
