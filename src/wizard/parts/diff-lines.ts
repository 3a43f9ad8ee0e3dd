import type {ChangePreview} from '../../model/change.ts';
import type {Line} from './line.ts';
import {bold, dim, line, tint} from './line.ts';
import {verbatim} from './verbatim.ts';

/** The diff as the file's own lines: '-' what goes, '+' what comes. Long lines go on below, nothing is left out. */
export const diffLines = (preview: Pick<ChangePreview, 'diff'>, width: number): readonly Line[] =>
  preview.diff.flatMap((text) => {
    const sign = text.slice(0, 1);
    return verbatim(text.slice(1), width - 4).map((part, index) => {
      const shown = `  ${index === 0 ? sign : ' '} ${part}`;
      if (sign === '-') return line(tint('red', shown));
      if (sign === '+') return line(bold(shown));
      return line(dim(shown));
    });
  });
