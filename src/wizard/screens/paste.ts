import {dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import type {Screen} from '../screen.ts';

/** The person's own error text, word for word, of any number of lines. */
export const pasteScreen: Screen<'paste'> = {
  name: 'Paste an error',
  fields: ['text'],
  isMultiline: true,
  keys: [
    {
      key: 'enter',
      label: 'go on',
      when: (_stage, context) => (context.ui.fields['text']?.text ?? '').trim() !== '',
      does: (_stage, context) => ({send: {type: 'submit-text', text: context.ui.fields['text']?.text ?? ''}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: (_stage, context) => {
    const text = context.ui.fields['text']?.text ?? '';
    const lines: readonly Line[] =
      text === ''
        ? [line(strong('cyan', context.marks.caret), dim(' …'))]
        : verbatim(text + context.marks.caret, context.width - 2).map((part) => line(`  ${part}`));
    return {
      no: 2,
      title: 'What did you see?',
      about: '',
      lead: [
        ...paragraph(
          'Paste the error here, all of it, just as it stood on your screen. Nothing is sent anywhere.',
          context.width,
        ),
        EMPTY,
      ],
      body: lines,
      focus: lines.length - 1,
      ids: [],
      next: text === '' ? 'Paste the text' : 'Press Enter to see what it means',
    };
  },
};
