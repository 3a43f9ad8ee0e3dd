import type {ChangePreview} from '../../model/change.ts';
import type {Line} from './line.ts';
import {bold, dim, line, tint} from './line.ts';
import {verbatim} from './verbatim.ts';
import {cut} from './width.ts';

/**
 * The diff as the file's own lines: '-' what goes, '+' what comes. Long ones go on below, nothing of them is left out; a
 * line that stays as it is keeps to one row, so that the change is not pushed off a small screen.
 */
export const diffLines = (preview: Pick<ChangePreview, 'diff'>, width: number): readonly Line[] =>
  preview.diff.flatMap((text) => {
    const sign = text.slice(0, 1);
    if (sign === ' ') return [line(dim(cut(`    ${text.slice(1)}`, width)))];
    return verbatim(text.slice(1), width - 4).map((part, index) => {
      const shown = `  ${index === 0 ? sign : ' '} ${part}`;
      if (sign === '-') return line(tint('red', shown));
      if (sign === '+') return line(bold(shown));
      return line(dim(shown));
    });
  });
