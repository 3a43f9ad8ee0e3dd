import {count} from '../../model/count.ts';
import {checkValue} from '../../repair/check-value.ts';
import type {Need} from '../../repair/onboard/need.ts';
import {type OnboardStage, type OnboardState, serverOf, standingOf} from '../../repair/onboard/state.ts';
import {missingIn} from '../../repair/onboard/summary.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import {graphemesOf} from '../parts/width.ts';
import {timeOf} from '../parts/words.ts';
import type {View} from '../screen.ts';
import {approvePart} from './approve-part.ts';
import type {OnboardContext} from './onboard-context.ts';
import {serverLines} from './server-lines.ts';

type At<N extends OnboardStage['at']> = Extract<OnboardStage, {at: N}>;

/** What is to be seen now: one thing to do at a time, below it the servers as they stand. */
export const onboardView = (context: OnboardContext): View => {
  const {state} = context;
  const {stage} = state;
  const base: View = {no: null, title: titleOf(stage), about: '', lead: [], body: [], focus: null, ids: [], next: ''};
  switch (stage.at) {
    case 'loading':
      return {...base, lead: busy('I read the settings of this project. Nothing is started.', context)};
    case 'overview':
      return {...base, ...overview(context)};
    case 'need':
    case 'changing':
      return {...base, ...needPart(stage, context), about: stage.key === '' ? '' : nameOf(state, stage.key)};
    case 'approve':
      return {...base, ...approvePart(stage, context), about: nameOf(state, stage.key)};
    case 'proving':
      return {
        ...base,
        about: nameOf(state, stage.key),
        lead: busy('It starts, and a real client lists its tools.', context),
        body: serverLines(context),
        next: 'Wait a moment; q stops it and leaves',
      };
    case 'finishing':
      return {...base, lead: busy('I write the summary.', context), body: serverLines(context)};
    case 'finished':
    case 'ended':
      return {...base, ...finished(context)};
  }
};

const titleOf = (stage: OnboardStage): string => {
  switch (stage.at) {
    case 'need':
    case 'changing':
      return 'One thing is missing';
    case 'approve':
      return 'May I start this?';
    case 'proving':
      return 'Does it work?';
    case 'finished':
    case 'ended':
      return 'Where you stand';
    default:
      return 'What this project needs';
  }
};

const nameOf = (state: OnboardState, key: string): string => serverOf(state, key)?.name ?? '';

const busy = (words: string, {marks, tick, elapsedMs, width}: OnboardContext): readonly Line[] => [
  ...paragraph([dim(`${marks.spinner[tick % marks.spinner.length] ?? ''} `), {text: words}], width),
  ...(elapsedMs < 1000 ? [] : [line(dim(`${timeOf(elapsedMs)} so far`))]),
];

const overview = (context: OnboardContext): Partial<View> => {
  const {state, width} = context;
  if (state.servers.length === 0)
    return {
      lead: paragraph('No MCP server is configured for this project.', width),
      next: 'Press q to leave; mcp-fix onboard --project DIR looks elsewhere',
    };
  const missing = missingIn(state.servers);
  return {
    lead: paragraph(
      `${count(state.servers.length, 'server')}; ${missing === 0 ? 'nothing is missing as far as the files tell' : `${count(missing, 'thing')} missing`}. Nothing was started yet.`,
      width,
    ),
    body: serverLines(context, true),
    next:
      missing === 0
        ? 'Press Enter to start each once and prove it'
        : 'Press Enter to go through it, one thing at a time',
  };
};

/** The need that the person stands at. */
export const needAt = (state: OnboardState): Need | undefined => {
  const {stage} = state;
  return stage.at === 'need' || stage.at === 'changing'
    ? serverOf(state, stage.key)?.needs.find((need) => need.id === stage.need)
    : undefined;
};

/** A value that the person types: asked for, not just agreed to. */
export const isAsked = (need: Need | undefined): boolean => need?.change?.edit.kind === 'ask';

const needPart = (stage: At<'need' | 'changing'>, context: OnboardContext): Partial<View> => {
  const {state, width, marks} = context;
  const need = needAt(state);
  if (need === undefined) return {};
  const asked = isAsked(need);
  const about: readonly Line[] = [
    ...(need.detail.startsWith('is ') ? [] : paragraph(need.detail, width)),
    ...(need.kind === 'approval' ? approvalLines(stage.key, context) : []),
    ...need.hints.flatMap((hint) => labelled('Where from', hint, width)),
  ];
  const body: readonly Line[] = [
    ...about,
    ...(about.length > 0 ? [EMPTY] : []),
    ...(asked ? inputLines(context) : []),
    ...(need.change === null
      ? paragraph(need.todo, width)
      : labelled('Goes into', `${need.change.file} (yours alone)`, width)),
    EMPTY,
    ...serverLines(context),
  ];
  if (stage.at === 'changing') return {lead: busy('I write it down.', context), body: serverLines(context)};
  return {
    lead: paragraph(
      [
        strong('red', `${marks.bad} `),
        bold(need.detail.startsWith('is ') ? `${need.title} ${need.detail}` : need.title),
      ],
      width,
    ),
    body,
    // The line that is typed into stays in sight on a small terminal.
    focus: asked ? about.length + (about.length > 0 ? 1 : 0) : null,
    next: asked
      ? 'Type or paste the value, then press Enter; Esc puts it off'
      : need.change === null
        ? 'Do it in another terminal, then press l to look again; Enter puts it off'
        : 'Press y to write that; Enter puts it off',
  };
};

/** What the client may start with this yes. */
const approvalLines = (key: string, {state, width}: OnboardContext): readonly Line[] => {
  const server = serverOf(state, key);
  if (server === undefined) return [];
  return [
    ...paragraph(
      `This server came with the project, so ${server.clientName} waits for your yes before it uses it. It is:`,
      width,
    ),
    ...verbatim(server.launch, width - 2).map((part) => line('  ', bold(part))),
  ];
};

/** What is wrong with the typed value; null when its shape is right. */
export const valueTrouble = (text: string): string | null => checkValue('text', text);

const inputLines = (context: OnboardContext): readonly Line[] => {
  const {field, isShown, marks, width} = context;
  const letters = graphemesOf(field.text).map((letter) => (isShown ? letter.text : '•'));
  const shown = [...letters.slice(0, field.caret), marks.caret, ...letters.slice(field.caret)].join('');
  return [
    ...verbatim(shown, width - 4).map((part, index) =>
      line(strong('cyan', index === 0 ? `${marks.point} ` : '  '), part),
    ),
    ...(field.text === '' ? [] : [line(dim(`  ${count(letters.length, 'letter')}`))]),
    EMPTY,
  ];
};

const finished = (context: OnboardContext): Partial<View> => {
  const {state, width, marks} = context;
  const isOver = state.stage.at === 'ended';
  const path = 'path' in state.stage ? state.stage.path : null;
  const works = state.servers.filter((server) => standingOf(state, server) === 'works').length;
  const isAll = works === state.servers.length;
  return {
    lead: paragraph(
      [
        isAll ? strong('green', `${marks.good} `) : bold(`${marks.warn} `),
        bold(
          isAll ? 'Every server of this project works.' : `${works} of ${count(state.servers.length, 'server')} work.`,
        ),
      ],
      width,
    ),
    body: [...serverLines(context), EMPTY, ...(path === null ? [] : labelled('Summary', path, width))],
    next: isOver
      ? isAll
        ? ''
        : 'To go on here: mcp-fix onboard'
      : isAll
        ? 'Press Enter to leave'
        : 'Press l to go through what is left, Enter to leave',
  };
};
