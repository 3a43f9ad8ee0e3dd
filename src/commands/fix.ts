import type {Finding, Fix} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {type Attempt, attempt} from './attempt.ts';
import {asJson, asText, type Outcome, type Tried, wasTried} from './fix-report.ts';
import {whyNotInside} from './not-inside.ts';
import {pastFixLines} from './past-fixes.ts';
import {pickSubject} from './pick-subject.ts';
import {recordOf} from './recording.ts';
import {mayStart, openSession, type Session} from './session.ts';
import {type Look, lookAtSubject, type Subject} from './subject.ts';
import {columnsOf, type Terminal} from './terminal.ts';

/** So many candidates of one root cause are tried, one after the other, each put back before the next. */
const MOST_ATTEMPTS = 3;

/** `mcp-fix fix SERVER`: the wizard's loop without a screen. Exit codes: 0 fixed, 1 still broken, 2 usage, 3 not applied. */
export const fix = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const [name] = args.operands;
  if (name === undefined) throw new UserError('Which server? Usage: mcp-fix fix SERVER. To see them: mcp-fix list');
  const session = await openSession(args, host);
  const value = await givenValue(args, host, terminal);
  const subject = await pickSubject(session, name, terminal.signal);
  const before = await lookAtSubject(session, subject.key, {signal: terminal.signal});
  if (before === null)
    throw new UserError(
      `${name} went away from the configuration while mcp-fix was reading it. Run it again.`,
      EXIT.unchecked,
    );
  const [found] = before.diagnosis.findings;
  // Before the repair: its own record is no news.
  const past = found === undefined ? [] : await pastFixLines(session, found, subject);
  const outcome = await repair(session, subject, before, {
    own: session.actAs === null ? null : await openSession(withoutAs(args), host),
    name,
    which: whichWords(args, name),
    value,
    named: args.text('fix') ?? null,
    note: args.text('note') ?? '',
    keepsStep: args.flag('keep-step'),
    signal: terminal.signal,
  });
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify(asJson(host, name, before, outcome), null, 2)}\n`
      : asText(name, before, outcome, past, columnsOf(host)),
  );
  return terminal.signal.aborted ? EXIT.interrupted : outcome.exitCode;
};

/** The same command line, without the other client. */
const withoutAs = (args: Arguments): Arguments => ({
  ...args,
  text: (name) => (name === 'as' ? undefined : args.text(name)),
});

interface RepairOptions {
  /** Where another client is acted as: the session in which the entry is its own client's. */
  readonly own: Session | null;
  readonly name: string;
  /** The name as a command line gives it, with what else chose this entry among those of the same name. */
  readonly which: string;
  readonly value: string | null;
  readonly named: string | null;
  readonly note: string;
  /** A change that comes further stays, although something else stops the server then. */
  readonly keepsStep: boolean;
  readonly signal: AbortSignal;
}

const repair = async (session: Session, subject: Subject, before: Look, options: RepairOptions): Promise<Outcome> => {
  const root = before.diagnosis.findings[0] ?? null;
  const none = {tried: [], record: null, root};
  if (subject.kind === 'server' && wouldLetIn(session, subject, before))
    return {...none, outcome: 'not-checked', exitCode: EXIT.unchecked, next: approvalWords(options, before)};
  // What the file alone shows is no verdict on a server that nobody allowed to be asked.
  const candidates = root === null ? [] : candidatesOf(root, options.named);
  if (root === null || (before.status === 'unchecked' && candidates.length === 0)) {
    return before.status === 'unchecked'
      ? {...none, outcome: 'not-checked', exitCode: EXIT.unchecked, next: approvalWords(options, before)}
      : {
          ...none,
          outcome: 'nothing-to-fix',
          exitCode: EXIT.healthy,
          next: `${options.name} works; there is nothing to repair.`,
        };
  }
  if (candidates.length === 0) {
    return {
      ...none,
      outcome: 'not-applied',
      exitCode: EXIT.broken,
      next: `No change of a setting mends this${whatToDo(root)}\nTo read more: mcp-fix explain ${root.id}`,
    };
  }
  const tried: Tried[] = [];
  for (const candidate of candidates) {
    const isUnseen = options.named === null && subject.kind === 'server';
    const inside = isUnseen ? await whyNotInside(subject.entry, candidate) : null;
    const one =
      inside !== null
        ? {fix: candidate, refused: inside}
        : await attempt(session, subject, before, candidate, {
            value: options.value,
            signal: options.signal,
            serverName: options.name,
            own: options.own,
            keepsStep: options.keepsStep,
          });
    tried.push(one);
    if (wasTried(one) && one.isStep) return stepForward(session, subject, before, {root, tried, step: one}, options);
    if (wasTried(one) && one.putBack === null) {
      const record = await recordOf(session, subject, before, root, one, options.note);
      const yes = yesWords(session, subject, one.after?.digest);
      const again = yes === '' ? '' : `\nTo check it again: mcp-fix check ${options.which}${yes}`;
      return {
        outcome: 'fixed',
        exitCode: EXIT.healthy,
        next: `To put the old bytes back: mcp-fix undo ${one.receipt.id}${again}`,
        root,
        tried,
        record,
      };
    }
    if (!wasTried(one) && one.needsValue !== undefined) {
      const needed = one.needsValue.replace(/^(?:The|An?) /, (word) => word.toLowerCase());
      const next = `This fix needs ${needed}: give it with --value-stdin (or --value, --value-env NAME).${byHand(root)}`;
      return {outcome: 'not-applied', exitCode: EXIT.unchecked, next, root, tried, record: null};
    }
    if (options.signal.aborted) break;
  }
  const applied = tried.some(wasTried);
  return {
    outcome: applied ? 'still-broken' : 'not-applied',
    exitCode: applied ? EXIT.broken : EXIT.unchecked,
    next: applied
      ? 'The old bytes are back. The wizard shows every candidate: mcp-fix'
      : tried.map((one) => ('refused' in one ? one.refused : '')).join(' '),
    root,
    tried,
    record: null,
  };
};

/** What the same command line needs so that this entry may be started: a yes is bound to every byte of it. */
const yesWords = ({approvals, trust}: Session, subject: Subject, digest: string | undefined): string =>
  digest === undefined || digest === '' || approvals.isApproved(digest)
    ? ''
    : trust.yes && !(subject.kind === 'server' && subject.entry.isProjectFile)
      ? ' --yes'
      : ` --trust ${digest}`;

/** The first cause is gone, and another one shows: what to do about that one, not about the candidates that are left. */
const stepForward = async (
  session: Session,
  subject: Subject,
  before: Look,
  {root, tried, step}: {readonly root: Finding; readonly tried: readonly Tried[]; readonly step: Attempt},
  {which, note}: RepairOptions,
): Promise<Outcome> => {
  const isKept = step.putBack === null;
  const again = `mcp-fix fix ${which}`;
  const cause = step.after?.diagnosis.findings[0]?.cause ?? '';
  return {
    outcome: 'still-broken',
    exitCode: EXIT.broken,
    next: isKept
      ? `This step is kept. What stops it now: ${cause}\nTo go on: ${again}${yesWords(session, subject, step.after?.digest)}`
      : `It came further, and the old bytes are back. Then this stops it: ${cause}\nTo keep the step: ${again} --keep-step${yesWords(session, subject, before.digest)}\nBoth, one after the other: mcp-fix wizard ${which}`,
    root,
    tried,
    record: isKept ? await recordOf(session, subject, before, root, step, note) : null,
  };
};

/** The named fix alone, else the changes of one setting in their order. @throws UserError for a name that is none of them */
const candidatesOf = (root: Finding, named: string | null): readonly (Fix & {readonly kind: 'edit'})[] => {
  const edits = root.fixes.flatMap((one) => (one.kind === 'edit' ? [one] : []));
  if (named === null) return edits.slice(0, MOST_ATTEMPTS);
  const chosen = root.fixes.find((one) => one.id === named);
  if (chosen === undefined)
    throw new UserError(
      `The root cause ${root.id} has no fix ${JSON.stringify(named)}. It has: ${root.fixes.map((one) => one.id).join(', ') || 'none'}.`,
    );
  if (chosen.kind === 'edit') return [chosen];
  throw new UserError(
    `The fix ${named} is no change of a setting; a person does it: ${chosen.title}${chosen.kind === 'run' ? `: ${chosen.command.join(' ')}` : ''}.`,
    EXIT.unchecked,
  );
};

/** What a person does instead, where it is known. */
const whatToDo = ({fixes}: Finding): string => (fixes[0] === undefined ? '.' : `; you can: ${fixes[0].title}`);

/** Where the likeliest way is a person's, it comes before a value that somebody has to find first. */
const byHand = ({fixes}: Finding): string =>
  fixes[0]?.kind === 'advice' ? `\nWithout it, by hand: ${fixes[0].title}` : '';

/**
 * The client itself keeps this server from starting, and nobody has said here that it may: to switch it on, were it for the
 * moment of a try, would be a yes that no person gave.
 */
const wouldLetIn = (session: Session, {entry}: Extract<Subject, {kind: 'server'}>, look: Look): boolean =>
  ['not-approved', 'rejected', 'disabled'].includes(entry.standing.state) && !mayStart(session, entry, look.digest);

const approvalWords = ({name, which}: RepairOptions, look: Look): string =>
  look.because === 'untrusted' || look.because === 'disabled'
    ? `${name} was not approved, so it was not started. Approve it in mcp-fix, or: mcp-fix fix ${which} --trust ${look.digest}`
    : `${name} was not checked (${look.because ?? 'interrupted'}).`;

/** The name, and the options that chose among several of that name, so that the next command means the same entry. */
const whichWords = (args: Arguments, name: string): string =>
  [
    JSON.stringify(name),
    ...(['client', 'project'] as const).flatMap((option) =>
      [args.text(option) ?? [], args.texts(option)]
        .flat()
        .map((given) => `--${option} ${/^[\w./~-]+$/.test(given) ? given : JSON.stringify(given)}`),
    ),
  ].join(' ');

const givenValue = async (args: Arguments, host: Host, terminal: Terminal): Promise<string | null> => {
  const variableName = args.text('value-env');
  if (args.flag('value-stdin')) return (await terminal.readInput()).replace(/\r?\n$/, '');
  if (variableName === undefined) return args.text('value') ?? null;
  const value = host.env[variableName];
  if (value === undefined) throw new UserError(`--value-env: the variable ${variableName} is not set here.`);
  return value;
};
