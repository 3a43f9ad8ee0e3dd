import type {TextEdit} from '../../model/evidence.ts';
import type {Cursor} from './cursor.ts';
import type {Mistake} from './text-edits.ts';

/** Notes a mistake where the reading stands. */
export const note = (
  cursor: Cursor,
  kind: Mistake['kind'],
  offset: number,
  message: string,
  edits: readonly TextEdit[] | null,
): void => {
  cursor.mistakes.push({kind, offset, message, edits});
};
