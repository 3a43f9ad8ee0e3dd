import type {Reproduced, Reproduction} from '../../repair/answers.ts';
import type {StageAt} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import {timeOf} from '../parts/words.ts';
import type {Context, Screen, View} from '../screen.ts';

type Here = StageAt<'reproducing' | 'repro'>;

const COPY = {key: 'c', label: 'copy it', when: (stage: Here) => stage.repro?.text != null} as const;

const view = (stage: Here, context: Context): View => ({
  no: stage.from === 'ladder' ? 2 : 3,
  title: 'In a shell',
  about: stage.case.server.name,
  lead: stage.at === 'repro' ? proved(stage.ran, stage.repro, context) : running(stage, context),
  body: stage.repro === null ? [] : shown(stage.repro, context),
  focus: null,
  ids: [],
  next:
    stage.at === 'reproducing'
      ? 'Wait a moment; Esc goes back'
      : stage.repro.text === null
        ? 'Press Esc to go back'
        : 'Press c to copy it for a shell or a report',
});

/** The reproduction is there, and is being run. */
export const reproducingScreen: Screen<'reproducing'> = {
  name: 'In a shell, while it is tried',
  keys: [
    {...COPY, does: () => ({send: {type: 'copy'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view,
};

/** The shortest thing that shows it without mcp-fix, and whether it really does. */
export const reproScreen: Screen<'repro'> = {
  name: 'In a shell, without mcp-fix',
  keys: reproducingScreen.keys.map(({key, label}) => ({
    key,
    label,
    when: (stage) => key !== COPY.key || COPY.when(stage),
    does: () => ({send: {type: key === COPY.key ? 'copy' : key === 'q' ? 'quit' : 'back'}}),
  })),
  view,
};

const running = (stage: Here, {width, elapsedMs}: Context): readonly Line[] => [
  ...paragraph(
    stage.repro === null
      ? 'I look for the shortest thing that shows it.'
      : 'The shortest thing that shows it. I run it now, to be sure.',
    width,
  ),
  ...(elapsedMs < 1000 ? [] : [line(dim(`${timeOf(elapsedMs)} so far`))]),
];

const proved = ({isSame, words}: Reproduced, {text}: Reproduction, {width, marks}: Context): readonly Line[] => {
  if (text === null) return paragraph([bold('There is nothing to run here.')], width);
  const head =
    isSame === null
      ? bold(`${marks.unknown} Not run.`)
      : isSame
        ? strong('green', `${marks.good} Proved: I ran it.`)
        : bold(`${marks.warn} Not proved: I ran it.`);
  return paragraph([head, {text: ` ${words}`}], width);
};

const shown = ({text, variables, notes}: Reproduction, {width}: Context): readonly Line[] => [
  ...(text === null
    ? []
    : [...text.split('\n').flatMap((one) => verbatim(one, width - 2).map((part) => line('  ', bold(part)))), EMPTY]),
  ...(variables.length === 0
    ? []
    : labelled('Set first', `${variables.join(', ')} (values are never shown here)`, width)),
  ...notes.flatMap((note) => paragraph(note, width)),
];
