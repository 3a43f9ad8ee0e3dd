import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {inParallel} from '../probes/in-parallel.ts';
import {checkReport, exitCodeOf} from '../reports/check-report.ts';
import {FORMATS, isFormat} from '../reports/index.ts';
import {type Arguments, wholeNumber} from './arguments.ts';
import {pastFixLines} from './past-fixes.ts';
import {providerStatuses, providerStatusText, statusChoiceIn} from './provider-status.ts';
import {repeated} from './repeat.ts';
import {checkFiles, lookAt, namedEntries, openSession, type Session} from './session.ts';
import {columnsOf, type Terminal} from './terminal.ts';

/** `mcp-fix check`: asks every server, prints one report. The contract is docs/check-json.md. */
export const check = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const format = args.flag('json') ? 'json' : (args.text('format') ?? 'text');
  if (!isFormat(format))
    throw new UserError(`--format takes one of ${Object.keys(FORMATS).join(', ')}, not ${JSON.stringify(format)}.`);
  const repeat = wholeNumber(args, 'repeat', {min: 1, max: 100, otherwise: 1});
  const session = await openSession(args, host);
  const startedAt = host.now();
  const found = await session.find();
  const entries = namedEntries(found, args.operands);
  const files = checkFiles(found, host);
  const progress = host.terminal.stderr && format === 'text';
  const first = await inParallel(
    entries,
    async (entry): Promise<Investigation> => {
      if (progress) terminal.err(`asking ${entry.name} (${entry.client}) …\n`);
      return lookAt(session, found, entry, {signal: terminal.signal});
    },
    {cores: host.cores},
  );
  // What many runs say leads; a report of one run alone would blame what that one happened to meet.
  const repeats = repeat > 1 ? await repeated(session, found, first, repeat, terminal) : null;
  if (repeats !== null) terminal.err(format === 'text' ? `${repeats.verdicts}\n` : repeats.verdicts);
  const investigations = repeats?.shown ?? first;
  const choice = statusChoiceIn(args, host);
  const statuses = await providerStatuses(investigations, {host, choice, signal: terminal.signal});
  const asked = choice.mayAsk ? {statuses} : {};
  const report = checkReport({version: host.version, startedAt, now: host.now(), files, investigations, ...asked});
  terminal.out(format === 'text' ? FORMATS.text(report, columnsOf(host)) : FORMATS[format](report));
  const told = providerStatusText(investigations, statuses);
  if (told !== '' && format === 'text') terminal.out(`\n${told}`);
  else if (told !== '' && format !== 'json' && choice.mayAsk) terminal.err(told);
  if (format === 'text') terminal.out(await pastOf(session, investigations));
  if (args.flag('repro')) {
    const {reproductions} = await import('./reproductions.ts');
    const lines = await reproductions(session, investigations, terminal.signal);
    if (format === 'text') terminal.out(lines);
    else terminal.err(lines);
  }
  if (args.flag('client-verdict')) {
    const {clientVerdicts} = await import('./client-verdicts.ts');
    const said = await clientVerdicts(session, found, investigations, terminal.signal);
    // A machine's format stays alone on standard output.
    if (format === 'text') terminal.out(`\n${said}`);
    else terminal.err(said);
  }
  return terminal.signal.aborted ? EXIT.interrupted : exitCodeOf(report);
};

/** When the root causes were mended before, and by what; from one's own records and the project's. */
const pastOf = async (session: Session, investigations: readonly Investigation[]): Promise<string> => {
  const lines: string[] = [];
  for (const {entry, diagnosis, status} of investigations) {
    const root = diagnosis.findings[0];
    if (root === undefined || status !== 'broken') continue;
    const told = await pastFixLines(session, root, {kind: 'server', entry});
    lines.push(...told.map((line) => `${printableLine(entry.name)}: ${line}\n`));
  }
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
};
