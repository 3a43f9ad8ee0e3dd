import {seen} from '../../model/evidence.ts';
import {AD_HOC, MESSAGES_API} from '../../model/server.ts';
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
  body: stage.repro === null ? [] : spaced(shown(stage.repro, context), narrower(stage.case, context)),
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

/** Where parts of a request can be left out one by one, and the server answered at all. */
const narrower = ({server, checked}: Here['case'], {width}: Context): readonly Line[] => {
  const entry = seen(checked.evidence, 'entry');
  const isSpoken = (seen(checked.evidence, 'http')?.main.response ?? null) !== null;
  if (!isSpoken || entry === undefined || entry.headerNames.length === 0 || isTyped(server)) return [];
  const name = /^[\w.-]+$/.test(server.name) ? server.name : JSON.stringify(server.name);
  return paragraph([dim('Which header or part it fails over, if it is one: '), bold(`mcp-fix bisect ${name}`)], width);
};

/** One empty line between two parts, where both are and the first does not end in one. */
const spaced = (first: readonly Line[], second: readonly Line[]): readonly Line[] =>
  second.length === 0 || first.at(-1) === EMPTY ? [...first, ...second] : [...first, EMPTY, ...second];

/** Such a server stands in no file, where `mcp-fix bisect` would find it. */
const isTyped = (server: Here['case']['server']): boolean => server.client === AD_HOC || server.client === MESSAGES_API;
