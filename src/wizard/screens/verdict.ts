import {count} from '../../model/count.ts';
import type {Checked} from '../../repair/answers.ts';
import type {Outcome} from '../../repair/state.ts';
import {isStepForward as stepForward} from '../../repair/step-forward.ts';
import {lossOf} from '../../repair/watched.ts';
import {sideBySide} from '../parts/columns.ts';
import {ladderInShort} from '../parts/ladder-lines.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {lossLines} from '../parts/loss-lines.ts';
import {paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import {timeOf} from '../parts/words.ts';
import type {Context, Screen, View} from '../screen.ts';

const isFixed = (outcome: Outcome): boolean => outcome.verdict.kind === 'fixed';
const canPutBack = (outcome: Outcome): boolean => outcome.pending.kind === 'edit';

/** Enter keeps it, as the line above the keys says. What was done outside of a file stays, so the next cause comes next. */
const isStepForward = (outcome: Outcome): boolean =>
  !isFixed(outcome) && ((outcome.pending.kind === 'edit' && outcome.pending.hint !== null) || comesFurther(outcome));

const comesFurther = ({pending, verdict, after, case: known}: Outcome): boolean =>
  pending.kind === 'edit'
    ? stepForward(verdict, {
        before: known.finding,
        after: after?.diagnosis.findings[0] ?? null,
        preview: pending.preview,
      })
    : verdict.kind === 'other-failure' && verdict.further;

const isNoHelp = (outcome: Outcome): boolean =>
  !isFixed(outcome) && outcome.verdict.kind !== 'cannot-tell' && !isStepForward(outcome);

/** Before and after, and the decision: keep, put back, or try the next. */
export const verdictScreen: Screen<'verdict'> = {
  name: 'Does it work now?',
  keys: [
    {
      key: 'enter',
      label: 'keep it and write it down',
      when: (stage) => isFixed(stage.outcome),
      does: () => ({send: {type: 'keep'}}),
    },
    {
      key: 'enter',
      label: 'keep it and go on',
      when: (stage) => isStepForward(stage.outcome) && canPutBack(stage.outcome),
      does: () => ({send: {type: 'keep'}}),
    },
    {
      key: 'enter',
      label: 'write it down and go on',
      when: (stage) => isStepForward(stage.outcome) && !canPutBack(stage.outcome),
      does: () => ({send: {type: 'keep'}}),
    },
    {
      key: 'enter',
      label: 'put it back, try the next',
      when: (stage) => isNoHelp(stage.outcome) && canPutBack(stage.outcome),
      does: () => ({send: {type: 'try-next'}}),
    },
    {
      key: 'enter',
      label: 'try another',
      when: (stage) => isNoHelp(stage.outcome) && !canPutBack(stage.outcome),
      does: () => ({send: {type: 'try-next'}}),
    },
    {
      key: 'enter',
      label: 'look again',
      when: (stage) => stage.outcome.verdict.kind === 'cannot-tell' && !isStepForward(stage.outcome),
      does: () => ({send: {type: 'again'}}),
    },
    {
      key: 'k',
      label: 'keep it',
      when: (stage) => !isFixed(stage.outcome) && !isStepForward(stage.outcome) && canPutBack(stage.outcome),
      does: () => ({send: {type: 'keep'}}),
    },
    {
      key: 'k',
      label: 'write it down all the same',
      when: (stage) => !isFixed(stage.outcome) && !isStepForward(stage.outcome) && !canPutBack(stage.outcome),
      does: () => ({send: {type: 'keep'}}),
    },
    {
      key: 'b',
      label: 'put it back',
      when: (stage) => canPutBack(stage.outcome),
      does: () => ({send: {type: 'put-back'}}),
    },
    {
      key: 'l',
      label: 'look again',
      when: (stage) => stage.outcome.verdict.kind !== 'cannot-tell' || isStepForward(stage.outcome),
      does: () => ({send: {type: 'again'}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {outcome} = stage;
    return {
      no: 5,
      title: 'Does it work now?',
      about: outcome.case.server.name,
      lead: verdictLines(outcome, context),
      body: [
        ...sideBySide(
          (width) => seenBefore(side('Before', outcome.case.checked, width, context), width === context.width),
          (width) => side('After', outcome.after, width, context),
          context.width,
        ),
        ...proofLines(outcome, context.width),
        ...hintLines(outcome, context.width),
        ...commandLines(outcome, context.width),
      ],
      focus: null,
      ids: [],
      next: nextOf(outcome),
    };
  },
};

const HEAD: Readonly<Record<Outcome['verdict']['kind'], string>> = {
  fixed: 'Yes, it works.',
  'same-failure': 'No, it fails as before.',
  'other-failure': 'Not yet: something else stops it now.',
  'cannot-tell': 'I cannot tell.',
};

const verdictLines = (outcome: Outcome, context: Context): readonly Line[] => {
  const {verdict} = outcome;
  const {marks, width} = context;
  const further = comesFurther(outcome);
  const isFile = outcome.case.server.kind === 'file';
  const head =
    verdict.kind === 'fixed' && isFile
      ? 'Yes, the file reads well now.'
      : further
        ? 'A step forward: something else stops it now.'
        : HEAD[verdict.kind];
  const mark =
    verdict.kind === 'fixed'
      ? strong('green', `${marks.good} `)
      : verdict.kind === 'cannot-tell' || further
        ? bold(`${marks.unknown} `)
        : strong('red', `${marks.bad} `);
  const loss = lossOf(context.state);
  return [
    ...paragraph([mark, bold(head)], width),
    // What still fails stands side by side below.
    ...(verdict.kind === 'same-failure' ? [] : paragraph(verdict.note, width)),
    ...(loss === null || loss === verdict.note ? [] : lossLines(context)),
  ];
};

/** Of what was before, and was read two screens ago, so many lines where the two stand below each other. */
const SEEN_LINES = 5;

const seenBefore = (lines: readonly Line[], isStacked: boolean): readonly Line[] =>
  isStacked && lines.length > SEEN_LINES ? [...lines.slice(0, SEEN_LINES - 1), line(dim('…'))] : lines;

const side = (head: string, checked: Checked | null, width: number, context: Context): readonly Line[] => {
  if (checked === null) return [line(dim(head)), ...paragraph('not known', width)];
  const finding = checked.diagnosis.findings.find((one) => one.severity === 'error') ?? checked.diagnosis.findings[0];
  return [
    line(dim(head)),
    line(...ladderInShort(checked.steps, context.marks), dim(`  ${timeOf(checked.durationMs)}`)),
    ...(finding === undefined
      ? paragraph(checked.status === 'healthy' ? 'Every step passes.' : 'No failure is seen.', width)
      : [...paragraph([bold(finding.title)], width), ...paragraph(finding.cause, width)]),
  ];
};

const proofLines = ({proof}: Outcome, width: number): readonly Line[] => {
  if (proof === null) return [];
  const tools = proof.tools === null ? '' : ` and lists ${count(proof.tools, 'tool')}`;
  const words = proof.isOk
    ? `A real client (${proof.by}) connects${tools}, in ${timeOf(proof.ms)}.`
    : `${proof.by}: ${proof.error ?? ''}`;
  return [EMPTY, ...paragraph(words, width)];
};

/** What is left to do for a value that stands outside of the file. */
const hintLines = ({pending, verdict}: Outcome, width: number): readonly Line[] =>
  pending.kind === 'edit' && pending.hint !== null && verdict.kind !== 'fixed'
    ? [EMPTY, ...paragraph(pending.hint.words, width)]
    : [];

const commandLines = ({pending}: Outcome, width: number): readonly Line[] => {
  if (pending.kind !== 'run') return [];
  const {exitCode, output, ms} = pending.ran;
  return [
    EMPTY,
    ...paragraph(
      [dim(`${pending.fix.command.join(' ')} ended with ${exitCode ?? 'no code'} after ${timeOf(ms)}`)],
      width,
    ),
    ...verbatim(output.trimEnd(), width - 2)
      .slice(-12)
      .map((part) => line(`  ${part}`)),
  ];
};

const nextOf = (outcome: Outcome): View['next'] => {
  const {pending} = outcome;
  if (isFixed(outcome)) return 'Press Enter to keep it and write it down';
  if (pending.kind === 'edit' && pending.hint !== null) return 'Press Enter to keep it, and give it its value';
  if (isStepForward(outcome)) return `Press Enter to ${canPutBack(outcome) ? 'keep' : 'write down'} this step forward`;
  if (outcome.verdict.kind === 'cannot-tell') return 'Press Enter to look again';
  return canPutBack(outcome) ? 'Press Enter to put it back and try the next' : 'Press Enter to try another';
};
