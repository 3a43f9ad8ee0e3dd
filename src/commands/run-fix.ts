import type {Fix} from '../model/finding.ts';
import {printable} from '../model/printable.ts';
import {createRedactor} from '../model/redact.ts';
import {UserError} from '../model/user-error.ts';
import {runOnce} from '../probes/process/index.ts';
import type {Ran} from '../repair/ports.ts';
import type {Session} from './session.ts';

/** Five minutes: an install on a slow line. */
const LIMIT_MS = 5 * 60_000;
const LAST_LINES = 12;

/** Runs the command of a fix, without a shell, in the folder that it names. The person said yes to exactly these words. */
export const runFix = async (session: Session, fix: Fix, signal: AbortSignal): Promise<Ran> => {
  if (fix.kind !== 'run') throw new UserError('This fix has no command to run.');
  const [command = '', ...args] = fix.command;
  const {host} = session;
  const startedAt = host.now();
  const done = await runOnce({
    host,
    command,
    args,
    cwd: fix.cwd ?? session.projectDir ?? host.home ?? '.',
    env: host.env,
    timeoutMs: LIMIT_MS,
    signal,
  });
  if (done.failure !== null) throw new UserError(`${command} could not be started: ${done.failure.message}.`);
  const output = `${done.stdout}\n${done.stderr}`.trim().split('\n').slice(-LAST_LINES).join('\n');
  return {
    exitCode: done.exit?.code ?? null,
    output: printable(createRedactor().text(output)),
    ms: host.now() - startedAt,
  };
};
