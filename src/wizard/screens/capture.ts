import type {Captured} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import type {Screen} from '../screen.ts';

const SOURCE: Readonly<Record<Captured['source'], string>> = {
  pasted: 'you pasted it',
  log: "the client's own log",
  stdin: 'standard input',
  probe: 'mcp-fix saw it just now',
};

/** The exact error, word for word, and what triggered it. */
export const captureScreen: Screen<'capture'> = {
  name: 'The exact error',
  keys: [
    {key: 'enter', label: 'go on', does: () => ({send: {type: 'next'}})},
    {key: 'p', label: 'paste what you saw instead', does: () => ({send: {type: 'paste'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {captured} = stage.case;
    return {
      no: 2,
      title: 'The exact error',
      about: stage.case.server.name,
      lead: paragraph(
        captured === null ? 'No error text was seen.' : 'This is the error, word for word.',
        context.width,
      ),
      body: captured === null ? nothing(context.width) : words(captured, context.width),
      focus: null,
      ids: [],
      next: 'Press Enter to see what is wrong',
    };
  },
};

const nothing = (width: number): readonly Line[] =>
  paragraph('If you saw one in your client, press p and paste it: it becomes part of what is looked at.', width);

const words = (captured: Captured, width: number): readonly Line[] => [
  ...verbatim(captured.text, width - 2).map((part) => line('  ', bold(part))),
  EMPTY,
  ...labelled('Came from', SOURCE[captured.source], width),
  ...(captured.source === 'pasted' ? [] : labelled('While', captured.trigger, width)),
  ...(captured.text === '' ? [line(dim('It is empty.'))] : []),
];
