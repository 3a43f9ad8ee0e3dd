import type {Fix} from '../model/finding.ts';
import {printable} from '../model/printable.ts';
import {createRedactor} from '../model/redact.ts';
import {UserError} from '../model/user-error.ts';
import {runCommand} from '../probes/process/index.ts';
import type {Ran} from '../repair/answers.ts';
import type {Session} from './session.ts';

/** Five minutes: an install on a slow line. */
const LIMIT_MS = 5 * 60_000;
const LAST_LINES = 12;

/** Runs the command of a fix, without a shell, in the folder that it names. The person said yes to exactly these words. */
export const runFix = async (session: Session, fix: Fix, signal: AbortSignal): Promise<Ran> => {
  if (fix.kind !== 'run') throw new UserError('This fix has no command to run.');
  const {host} = session;
  const startedAt = host.now();
  const cwd = fix.cwd ?? session.projectDir ?? host.home ?? '.';
  const done = await runCommand({host, argv: fix.command, cwd, timeoutMs: LIMIT_MS, signal});
  if (done.notStarted !== null)
    throw new UserError(`${fix.command[0] ?? ''} could not be started (${done.notStarted}).`);
  const last = done.output.trim().split('\n').slice(-LAST_LINES).join('\n');
  const output = done.timedOut ? `${last}\n(ended after ${LIMIT_MS / 60_000} minutes)` : last;
  return {exitCode: done.exitCode, output: printable(createRedactor().text(output)), ms: host.now() - startedAt};
};
