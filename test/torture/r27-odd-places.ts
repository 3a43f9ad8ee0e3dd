import {EVERY_COMMAND} from './every-command.ts';
import {type Cell, cellsOf, toldOf} from './odd-places/cells.ts';
import {type CellRun, runCell} from './odd-places/run-cell.ts';
import {few, inLanes, type Outcome, runToEnd, scaled, type Trial, type TrialOptions} from './trial.ts';

/** The screens wait for keys; without a terminal they say so. */
const COMMANDS: readonly (readonly string[])[] = [...EVERY_COMMAND, ['wizard'], ['onboard']];

const CODES = [0, 1, 2, 3, 130];
/** A path with line and column, or a frame. */
const TRACE = /\n\s+at .+:\d+:\d+|\n\s+at (?:async )?\w+ \(|node:internal\//;
const LIMIT_MS = 10_000;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** A server that is well is well here too, wherever its configuration can be read. */
const isWrongOfServer = (cell: Cell, args: readonly string[], out: string): boolean =>
  args.join(' ') === 'check --yes --json' && cell.home !== 'missing' && !/"healthy": ?1/.test(out);

const troubleOf = (cell: Cell, args: readonly string[], ran: CellRun): string | null => {
  const all = `${ran.out}\n${ran.err}\n${ran.screen}`;
  if (ran.ms > LIMIT_MS) return `took ${ran.ms} ms`;
  if (!CODES.includes(ran.code)) return `exit code ${ran.code}: ${(ran.err || ran.screen).slice(-300)}`;
  if (TRACE.test(all)) return `a stack trace: ${all.slice(0, 300)}`;
  const isFile = cell.stdout === 'file';
  if (args.includes('--json') && isFile && ran.code !== 2 && !isJson(ran.out))
    return `no JSON (${ran.code}): ${ran.out.slice(0, 100)} ${ran.err.slice(0, 200)}`;
  if (isFile && isWrongOfServer(cell, args, ran.out))
    return `the healthy server is not told healthy: ${ran.out.slice(0, 900)}`;
  return null;
};

const run = async (options: TrialOptions): Promise<Outcome> => {
  const probe = await runToEnd(['unshare', '-n', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).catch(() => null);
  if (probe?.code !== 0) return {figures: '', wrong: [], notRun: 'no mount namespace can be made here'};
  const {cells, pairs, missing} = cellsOf(options.seed, 80);
  const chosen = cells.slice(0, scaled(cells.length, options));
  const commands = options.scale < 1 ? COMMANDS.filter((_, index) => index % 4 === options.seed % 4) : COMMANDS;
  const runs = chosen.flatMap((cell) => commands.map((args) => ({cell, args})));
  const wrong: string[] = [];
  let slowest = 0;
  await inLanes(runs, 2, async ({cell, args}) => {
    const ran = await runCell(cell, [process.execPath, options.program, ...args], 2 * LIMIT_MS);
    slowest = Math.max(slowest, ran.ms);
    const trouble = troubleOf(cell, args, ran);
    if (trouble !== null) wrong.push(`${args.join(' ')} with ${toldOf(cell)}: ${trouble}`);
  });
  return {
    figures: `${chosen.length} cells of 14 factors (${pairs - missing} of ${pairs} pairs in 80 cells) × ${commands.length} commands, ${runs.length} runs: ${wrong.length} with another exit code, a stack trace, broken JSON, more than ${LIMIT_MS / 1000} s or a wrong word about the server; slowest ${slowest} ms`,
    wrong: few(wrong),
  };
};

export const r27: Trial = {promise: 'R27', title: 'in an odd place one behaviour, one exit code, no stack trace', run};
