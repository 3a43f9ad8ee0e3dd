import type {Finding} from '../../model/finding.ts';
import type {StageAt} from '../../repair/state.ts';
import {diffLines} from '../parts/diff-lines.ts';
import {evidenceLines} from '../parts/evidence-lines.ts';
import {bold, dim, EMPTY, type Line, line} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {showSpaces, verbatim} from '../parts/verbatim.ts';
import type {Context, Screen} from '../screen.ts';

type Here = StageAt<'confirm'>;

const isAdvice = (stage: Here): boolean => stage.plan.kind === 'advice';

/** What exactly will happen, and the yes to it. Only `y` changes anything. */
export const confirmScreen: Screen<'confirm'> = {
  name: 'Say yes to the change',
  keys: [
    {
      key: 'y',
      label: 'yes, do it and check again',
      when: (stage) => !isAdvice(stage),
      does: (_stage, context) =>
        context.isAtEnd
          ? {send: {type: 'yes'}}
          : {say: 'There is more of it below. Scroll down to its end first (↓ or PgDn), then press y.'},
    },
    {key: 'enter', label: 'done, check again', when: isAdvice, does: () => ({send: {type: 'yes'}})},
    {key: 'n', label: 'no', when: (stage) => !isAdvice(stage), does: () => ({send: {type: 'no'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => ({
    no: 4,
    title: 'One change',
    about: stage.case.server.name,
    lead: paragraph([bold(stage.plan.fix.title)], context.width),
    body: planned(stage, context),
    focus: null,
    ids: [],
    next: NEXT[stage.plan.kind],
  }),
};

const NEXT: Readonly<Record<Here['plan']['kind'], string>> = {
  edit: 'Press y to write it and check again; it can be put back at any time',
  run: 'Press y to run it and check again',
  advice: 'Do it, then press Enter: I check again',
};

const planned = (stage: Here, context: Context): readonly Line[] => {
  const {plan} = stage;
  const {width} = context;
  switch (plan.kind) {
    case 'edit':
      return [
        ...paragraph([bold(`${plan.preview.file}, line ${plan.preview.line}`)], width),
        ...diffLines(plan.preview, width),
        ...(plan.preview.diff.some((one) => one.startsWith('+') && one.includes('[secret:'))
          ? paragraph(
              [dim('[secret:…] stands for a value that is never shown; the file gets the value itself.')],
              width,
            )
          : []),
        EMPTY,
        ...(plan.fix.change.why === stage.case.finding?.title ? [] : paragraph(plan.fix.change.why, width)),
        ...(plan.hint === null ? [] : [...paragraph(plan.hint.words, width), EMPTY]),
        ...paragraph([dim('Nothing else in the file changes. The old file is kept.')], width),
      ];
    case 'run':
      return [
        ...paragraph([dim('The whole command, one argument on a line')], width),
        ...plan.fix.command.flatMap((word) =>
          verbatim(word === '' ? '""' : showSpaces(word), width - 4).map((part) => line('  ', bold(part))),
        ),
        EMPTY,
        ...(plan.fix.cwd === undefined ? [] : labelled('Runs in', plan.fix.cwd, width)),
        ...paragraph('It runs with your rights. What it does cannot be put back by mcp-fix.', width),
      ];
    case 'advice':
      return [
        ...paragraph('This one is yours to do. mcp-fix changes nothing; it looks again when you are done.', width),
        ...placeOf(stage.case.finding, width),
      ];
  }
};

/** The file that is opened in an editor now, and what stands there: it was told a screen or two ago. */
const placeOf = (finding: Finding | null, width: number): readonly Line[] =>
  finding?.location === undefined
    ? []
    : [
        EMPTY,
        ...labelled('Where', `${finding.location.file}, line ${finding.location.line}`, width),
        EMPTY,
        ...evidenceLines(finding.evidence, width),
      ];
