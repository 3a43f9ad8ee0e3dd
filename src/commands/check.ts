import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {inParallel} from '../probes/in-parallel.ts';
import {checkReport, exitCodeOf} from '../reports/check-report.ts';
import {FORMATS, isFormat} from '../reports/index.ts';
import {type Arguments, wholeNumber} from './arguments.ts';
import {repeated} from './repeat.ts';
import {checkFiles, lookAt, namedEntries, openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

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
  const investigations = await inParallel(
    entries,
    async (entry): Promise<Investigation> => {
      if (progress) terminal.err(`asking ${entry.name} (${entry.client}) …\n`);
      return lookAt(session, found, entry, {signal: terminal.signal});
    },
    {cores: host.cores},
  );
  const report = checkReport({version: host.version, startedAt, now: host.now(), files, investigations});
  terminal.out(FORMATS[format](report));
  if (args.flag('client-verdict')) {
    const {clientVerdicts} = await import('./client-verdicts.ts');
    const said = await clientVerdicts(session, found, investigations, terminal.signal);
    // A machine's format stays alone on standard output.
    if (format === 'text') terminal.out(`\n${said}`);
    else terminal.err(said);
  }
  if (repeat > 1) terminal.err(await repeated(session, found, investigations, repeat, terminal));
  return terminal.signal.aborted ? EXIT.interrupted : exitCodeOf(report);
};
