import {parseArgs} from 'node:util';
import {nearest} from '../model/nearest.ts';
import {UserError} from '../model/user-error.ts';
import {COMMANDS, type CommandName, type CommandRow, isCommand} from './command-table.ts';

/** What the person asked for, checked against the table. Options that were not given are undefined. */
export interface Arguments {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
}

/** Reads a command line. @throws UserError (exit code 2) that says what was meant, for a word that is not known. */
export const parseArguments = (argv: readonly string[]): Arguments => {
  const [first, ...rest] = argv;
  if (argv.includes('--help') || argv.includes('-h')) {
    const about = argv.find((word) => isCommand(word));
    return made('help', about === undefined ? [] : [about], {});
  }
  if (first === undefined || first.startsWith('-')) return read('wizard', argv);
  if (isCommand(first)) return read(first, rest);
  const near = nearest(first, Object.keys(COMMANDS));
  throw new UserError(
    `mcp-fix knows no command ${JSON.stringify(first)}.${near === null ? '' : ` Did you mean: mcp-fix ${near}?`} To repair a server of that name: mcp-fix wizard ${JSON.stringify(first)}. All commands: mcp-fix help`,
  );
};

const read = (command: CommandName, words: readonly string[]): Arguments => {
  const row: CommandRow = COMMANDS[command];
  const options = Object.fromEntries(
    Object.entries(row.options).map(([name, option]) => [
      name,
      {type: option.type, multiple: option.multiple === true},
    ]),
  );
  // A lone '-' is an operand: standard input.
  const unknown = joined(words)
    .slice(0, words.includes('--') ? joined(words).indexOf('--') : undefined)
    .find((word) => word.startsWith('-') && word !== '-' && !Object.hasOwn(row.options, nameOf(word)));
  if (unknown !== undefined) {
    const near = nearest(nameOf(unknown), Object.keys(row.options));
    throw new UserError(
      `mcp-fix ${command} knows no option ${unknown}.${near === null ? '' : ` Did you mean --${near}?`} Its options: mcp-fix help ${command}`,
    );
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({args: joined(words), options, allowPositionals: true, strict: true});
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '').replace(/\.$/, '') : String(error);
    throw new UserError(`${said}. Its options: mcp-fix help ${command}`);
  }
  if (parsed.positionals.length > row.maxOperands) {
    const spare = parsed.positionals[row.maxOperands] ?? '';
    throw new UserError(
      `mcp-fix ${command} does not know what to do with ${JSON.stringify(spare)}. Usage: mcp-fix ${command} ${row.operands}`,
    );
  }
  return made(command, parsed.positionals, parsed.values);
};

/** A value may begin with a minus ('-y'): after these options the next word is theirs, whatever it is. */
const FREE_TEXT = ['--value', '--note'];

const joined = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    if (FREE_TEXT.includes(word) && next !== undefined) {
      out.push(`${word}=${next}`);
      index += 1;
    } else out.push(word);
  }
  return out;
};

const nameOf = (word: string): string => word.replace(/^--?/, '').replace(/=.*$/s, '');

const made = (
  command: CommandName,
  operands: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Arguments => ({
  command,
  operands,
  text: (option) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  },
  texts: (option) => {
    const value = values[option];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  },
  flag: (option) => values[option] === true,
});

/** A whole number in a range. @throws UserError that names the option */
export const wholeNumber = (
  args: Arguments,
  option: string,
  range: {readonly min: number; readonly max: number; readonly otherwise: number},
): number => {
  const text = args.text(option);
  if (text === undefined) return range.otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return value;
  throw new UserError(
    `--${option} takes a whole number from ${range.min} to ${range.max}, not ${JSON.stringify(text)}.`,
  );
};
