import {AD_HOC, MESSAGES_API} from '../../model/server.ts';
import type {Case} from '../../repair/state.ts';
import {isWell} from '../../repair/steps/look.ts';
import {ladderLines} from '../parts/ladder-lines.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {STEP_WORDS, timeOf} from '../parts/words.ts';
import type {Context, Screen} from '../screen.ts';

/** An entry of a file; what a person typed or a request names has no other client, and what acts as one already is that client's. */
const canActAs = ({kind, client, key}: Case['server']): boolean =>
  kind === 'server' && client !== AD_HOC && client !== MESSAGES_API && !key.includes('\0as\0');

/** The connection as a picture: how far it comes, and where it stops. */
export const ladderScreen: Screen<'ladder'> = {
  name: 'What happens',
  keys: [
    {key: 'enter', label: 'go on', when: (stage) => !isWell(stage.case.checked), does: () => ({send: {type: 'next'}})},
    {
      key: 'enter',
      label: 'back to the list',
      when: (stage) => isWell(stage.case.checked),
      does: () => ({send: {type: 'next'}}),
    },
    {
      key: 'r',
      label: 'show it in a shell',
      when: (stage) => stage.case.server.kind === 'server',
      does: () => ({send: {type: 'reproduce'}}),
    },
    {key: 'l', label: 'look again', does: () => ({send: {type: 'again'}})},
    {
      key: 'a',
      label: 'as another client',
      when: (stage, {state}) => canActAs(stage.case.server) && state.clients.length > 0,
      does: () => ({send: {type: 'act-as'}}),
    },
    {key: 'p', label: 'paste an error', does: () => ({send: {type: 'paste'}})},
    {key: 'escape', label: 'list', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {checked} = stage.case;
    return {
      no: 2,
      title: 'What happens',
      about: stage.case.server.name,
      lead: found(stage.case, context),
      body: [...ladderLines(checked, context), EMPTY, ...footnote(stage.case, context)],
      focus: null,
      ids: [],
      next: isWell(checked)
        ? 'Nothing to mend here. Press Enter for the list, or p if you still see an error'
        : 'Press Enter to see the exact error',
    };
  },
};

const found = (known: Case, context: Context): readonly Line[] => {
  const {checked} = known;
  const {width, marks} = context;
  if (isWell(checked)) return paragraph([strong('green', `${marks.good} `), bold('It works.')], width);
  const failed = checked.steps.find((report) => report.outcome === 'failed');
  if (failed !== undefined) {
    const words = `It comes as far as "${STEP_WORDS[failed.step]}", and stops there.`;
    return paragraph([strong('red', `${marks.bad} `), bold(words)], width);
  }
  if (checked.status === 'warned') {
    return paragraph([bold(`${marks.warn} It works, with something to look at.`)], width);
  }
  return paragraph([bold(UNCHECKED[checked.because ?? 'interrupted'])], width);
};

const UNCHECKED = {
  untrusted: 'It was not started, because nobody said yes to it.',
  disabled: 'It was not started: it is switched off.',
  shadowed: 'It was not started: another entry of the same name wins.',
  blocked: 'It was not started: a setting blocks it.',
  'client-only': 'It was not started: only its client knows how.',
  interrupted: 'The look did not come to an end.',
} as const;

const footnote = (known: Case, context: Context): readonly Line[] => {
  const {checked} = known;
  const lines: Line[] = [...paragraph([dim(`It took ${timeOf(checked.durationMs)} in all.`)], context.width)];
  const {crashed} = checked.diagnosis;
  if (crashed.length > 0) {
    const ids = crashed.map((one) => one.id).join(', ');
    lines.push(...paragraph([dim(`Rules that did not work (our fault): ${ids}`)], context.width));
  }
  return lines.length === 0 ? [line()] : lines;
};
