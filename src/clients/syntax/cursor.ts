import type {JsonDialect, Mistake} from './text-edits.ts';

/** Where a lenient reading stands. One value for each reading. */
export interface Cursor {
  readonly text: string;
  readonly dialect: JsonDialect;
  /** Indentation decides where a bracket is missing. */
  readonly byIndent: boolean;
  readonly mistakes: Mistake[];
  /** Offsets of the brackets that are open. */
  readonly open: number[];
  at: number;
  /** Behind the last whole value or bracket. */
  lastEnd: number;
  /** The comma that was just read, or -1. */
  comma: number;
  /** The file ended in the middle of something. */
  isCut: boolean;
}
