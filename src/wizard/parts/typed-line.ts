import type {Context} from '../screen.ts';
import {type Line, line, strong} from './line.ts';
import {verbatim} from './verbatim.ts';
import {graphemesOf} from './width.ts';

/** What is being typed, with its caret; goes on below where it is long. */
export const typedLine = (context: Context, field: string): readonly Line[] => {
  const {marks, width, ui} = context;
  const {text = '', caret = 0} = ui.fields[field] ?? {};
  const letters = graphemesOf(text).map((letter) => (letter.text === '\n' ? '↵' : letter.text));
  const shown = [...letters.slice(0, caret), marks.caret, ...letters.slice(caret)].join('');
  return verbatim(shown, width - 4).map((part, index) =>
    line(strong('cyan', index === 0 ? `${marks.point} ` : '  '), part),
  );
};

/** The text of a field as it stands. */
export const typedText = (context: Context, field: string): string => context.ui.fields[field]?.text ?? '';
