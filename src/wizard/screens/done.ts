import {seen} from '../../model/evidence.ts';
import type {Outcome, StageAt} from '../../repair/state.ts';
import {bold, EMPTY, type Line, strong} from '../parts/line.ts';
import {lossLines} from '../parts/loss-lines.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import type {Screen} from '../screen.ts';

const hasNext = (outcome: Outcome): boolean =>
  outcome.after?.diagnosis.findings.some((finding) => finding.severity === 'error') ?? false;

const isFurther = ({verdict}: Outcome): boolean => verdict.kind === 'other-failure' && verdict.further;

/** Saved; what to do in the client; the record for others; undo. */
export const doneScreen: Screen<'done'> = {
  name: 'Saved',
  keys: [
    {
      key: 'enter',
      label: 'the next failure',
      when: (stage) => hasNext(stage.outcome),
      does: () => ({send: {type: 'next'}}),
    },
    {
      key: 'enter',
      label: 'back to the list',
      when: (stage) => !hasNext(stage.outcome),
      does: () => ({send: {type: 'next'}}),
    },
    {key: 'x', label: 'write my fix log', does: () => ({send: {type: 'export', where: 'own'}})},
    {key: 't', label: 'add to the team file', does: () => ({send: {type: 'export', where: 'team'}})},
    {key: 'c', label: 'copy it', does: () => ({send: {type: 'copy'}})},
    {
      key: 'b',
      label: 'put it back',
      when: (stage) => stage.outcome.pending.kind === 'edit',
      does: () => ({send: {type: 'put-back'}}),
    },
    {key: 'escape', label: 'list', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {width, marks} = context;
    const loss = lossLines(context);
    const isFixed = stage.record.proof.outcome === 'fixed' && loss.length === 0;
    const {kind, name} = stage.outcome.case.server;
    const works = kind === 'file' ? 'The file reads well' : `${name} works`;
    const isStep = stage.outcome.pending.kind === 'edit' && hasNext(stage.outcome);
    const words = isFixed
      ? `${works}, and the fix is written down.`
      : isStep
        ? 'This step is kept and written down.'
        : isFurther(stage.outcome)
          ? 'This step is written down.'
          : 'The try is written down.';
    return {
      no: 6,
      title: 'Saved',
      about: stage.record.server.name,
      lead: loss.length > 0 ? loss : paragraph([strong('green', `${marks.good} `), bold(words)], width),
      body: [...restart(stage, width), ...kept(stage, width)],
      focus: null,
      ids: [],
      next: hasNext(stage.outcome)
        ? 'Press Enter to go on with what stops it now'
        : 'Press Enter for the list, or q to leave',
    };
  },
};

const restart = (stage: StageAt<'done'>, width: number): readonly Line[] => {
  const left = stage.outcome.after?.diagnosis.findings.find((finding) => finding.severity === 'error');
  if (left !== undefined) return [...paragraph([bold('It does not work yet: '), {text: left.cause}], width), EMPTY];
  const checked = stage.outcome.after ?? stage.outcome.case.checked;
  const reload = seen(checked.evidence, 'entry')?.rules.reload ?? '';
  return reload === '' ? [] : [...paragraph([bold('One thing is left: '), {text: reload}], width), EMPTY];
};

const kept = (stage: StageAt<'done'>, width: number): readonly Line[] => [
  ...labelled('Record', stage.record.title, width),
  ...labelled('Number', stage.record.id, width),
  ...(stage.exported === null ? [] : labelled('Written to', stage.exported, width)),
  ...labelled('To check', stage.record.howToCheck, width),
];
