import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {type RerunOutcome, rerun} from '../probes/rerun/rerun.ts';
import {type Repro, reproOf} from '../reports/repro.ts';
import type {Arguments} from './arguments.ts';
import {demandAsked, isUnapproved, oneServer} from './one-server.ts';
import {openSession, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix repro SERVER [--run]`: the shortest thing that fails outside mcp-fix. */
export const repro = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const session = await openSession(args, host);
  const {look} = await oneServer(args, session, terminal);
  const root = look.diagnosis.findings[0] ?? null;
  const made = reproOf(look.evidence, root);
  if ('none' in made) throw new UserError(made.none, EXIT.unchecked);
  if (args.flag('run')) demandAsked(look, 'repro');
  const outcome = args.flag('run') ? await rerunOf(session, look, made, terminal.signal) : null;
  if (args.flag('json')) terminal.out(`${JSON.stringify(asJson(look, made, outcome), null, 2)}\n`);
  else {
    terminal.out(`${made.text}\n`);
    terminal.err(aside(look, made, outcome));
  }
  if (terminal.signal.aborted) return EXIT.interrupted;
  return outcome === null || outcome.isSame ? EXIT.healthy : EXIT.broken;
};

/** Runs a reproduction through our own probes: no shell is started. */
export const rerunOf = (
  session: Session,
  look: Investigation,
  made: Repro,
  signal: AbortSignal,
): Promise<RerunOutcome | null> =>
  rerun(look.entry, look.evidence, made, {
    host: session.host,
    timeoutMs: Math.min(session.timeoutMs, 15_000),
    signal,
    minimalEnv: session.minimalEnv,
  });

const asJson = (look: Investigation, made: Repro, outcome: RerunOutcome | null): object => ({
  schemaVersion: 1,
  server: look.entry.name,
  client: look.entry.client,
  failure: look.diagnosis.findings[0]?.id ?? null,
  kind: made.kind,
  text: made.text,
  variables: made.variables,
  messages: made.messages,
  notes: made.notes,
  ...(outcome === null ? {} : {run: {isSame: outcome.isSame, words: outcome.words}}),
});

/** What stands beside the line: for a person, on standard error. */
const aside = (look: Investigation, made: Repro, outcome: RerunOutcome | null): string => {
  const root = look.diagnosis.findings[0];
  const lines = [
    root === undefined
      ? isUnapproved(look)
        ? 'Nobody has approved this server yet, so it was not asked: this is its first request.'
        : 'Nothing is wrong with this server; this is the smallest conversation with it.'
      : `This shows: ${root.title}.`,
    ...(made.variables.length === 0
      ? []
      : [`Set first: ${made.variables.join(', ')}. Their values are not shown here.`]),
    ...made.notes,
    ...(outcome === null ? [] : [outcome.words]),
  ];
  return lines.map((line) => `${line}\n`).join('');
};
