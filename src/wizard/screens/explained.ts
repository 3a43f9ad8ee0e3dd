import type {Explained} from '../../repair/answers.ts';
import {bold, dim, EMPTY, type Line, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {cut} from '../parts/width.ts';
import {CLASS_WORDS, CONFIDENCE_WORDS} from '../parts/words.ts';
import type {Screen} from '../screen.ts';

/** What a pasted text means, before any server is looked at. */
export const explainedScreen: Screen<'explained'> = {
  name: 'What the error means',
  keys: [
    {key: 'enter', label: 'find the server', does: () => ({send: {type: 'next'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {width} = context;
    const best = stage.matches[0];
    return {
      no: 2,
      title: 'What the error means',
      about: stage.case?.server.name ?? '',
      lead:
        best === undefined
          ? paragraph('I do not know these words. The server itself can tell more.', width)
          : paragraph([bold(best.title)], width),
      body:
        best === undefined
          ? paragraph('Choose the server that gave you the error, and I look at it step by step.', width)
          : [...told(best, width), ...others(stage.matches.slice(1, 4), width)],
      focus: null,
      ids: [],
      next:
        stage.case === null
          ? 'Press Enter to choose the server, and see it here and now'
          : `Press Enter to look at ${stage.case.server.name} with this in mind`,
    };
  },
};

const told = (match: Explained, width: number): readonly Line[] => [
  ...paragraph(`${CONFIDENCE_WORDS[match.confidence]}. It is about ${CLASS_WORDS[match.class].about}.`, width),
  ...paragraph(match.waitingHelps ? 'Waiting helps.' : 'Waiting will not help.', width),
  EMPTY,
  line(dim('The words that tell it')),
  ...paragraph(cut(match.matched.replaceAll('\n', ' '), 400), width, 2),
  EMPTY,
  ...(match.fixes.length === 0 ? [] : [line(dim('What mends it, most likely first'))]),
  ...match.fixes.flatMap((fix, index) => paragraph(`${index + 1}. ${fix}`, width, 2)),
];

const others = (matches: readonly Explained[], width: number): readonly Line[] =>
  matches.length === 0
    ? []
    : [EMPTY, line(dim('It could also be')), ...matches.flatMap((match) => paragraph(match.title, width, 2))];
