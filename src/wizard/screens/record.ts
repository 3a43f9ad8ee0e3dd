import {proposedTitle} from '../../repair/draft-of.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {lossLines} from '../parts/loss-lines.ts';
import {paragraph} from '../parts/paragraph.ts';
import {NO_TEXT} from '../parts/text-field.ts';
import {verbatim} from '../parts/verbatim.ts';
import {graphemesOf} from '../parts/width.ts';
import type {Context, Screen} from '../screen.ts';

const FIELDS = ['title', 'note', 'tags'] as const;
const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  title: 'Title',
  note: 'Note for the next one who meets this',
  tags: 'Tags, with commas between',
};

/** A few words for the next time: a title that is proposed, a note, tags. */
export const recordScreen: Screen<'record'> = {
  name: 'Write it down',
  fields: FIELDS,
  startText: (stage, field) => (field === 'title' ? proposedTitle(stage.outcome) : ''),
  keys: [
    {
      key: 'enter',
      label: 'save',
      does: (_stage, context) => ({
        send: {
          type: 'save',
          title: textIn(context, 'title'),
          note: textIn(context, 'note'),
          tags: textIn(context, 'tags')
            .split(',')
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
        },
      }),
    },
    {
      key: 'tab',
      label: 'next line',
      does: (_stage, context) => ({ui: {field: (context.ui.field + 1) % FIELDS.length}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: (stage, context) => ({
    no: 6,
    title: 'Write it down',
    about: stage.outcome.case.server.name,
    lead: [
      ...lossLines(context),
      ...paragraph(
        'The error, the cause and the change are noted already. Add words of your own if you like.',
        context.width,
      ),
    ],
    body: FIELDS.flatMap((field, index) => fieldLines(field, index === context.ui.field, context)),
    focus: context.ui.field * 3 + 1,
    ids: [],
    next: 'Press Enter to save; Tab goes to the next line',
  }),
};

const textIn = (context: Context, field: string): string => context.ui.fields[field]?.text ?? '';

const fieldLines = (field: (typeof FIELDS)[number], isHere: boolean, context: Context): readonly Line[] => {
  const {text, caret} = context.ui.fields[field] ?? NO_TEXT;
  const letters = graphemesOf(text).map((letter) => letter.text);
  const shown = isHere
    ? [...letters.slice(0, caret), context.marks.caret, ...letters.slice(caret)].join('')
    : text === ''
      ? '…'
      : text;
  return [
    ...paragraph([isHere ? bold(LABELS[field]) : dim(LABELS[field])], context.width),
    ...verbatim(shown, context.width - 2).map((part, index) =>
      line(isHere && index === 0 ? strong('cyan', `${context.marks.point} `) : '  ', part),
    ),
    EMPTY,
  ];
};
