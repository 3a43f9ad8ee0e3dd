import type {TextEdit} from '../../model/evidence.ts';
import {type JsonDialect, refusalOf, withEdits} from './text-edits.ts';

interface Conflict {
  /** Offset of '<<<<<<<' and behind the line of '>>>>>>>'. */
  readonly start: number;
  readonly end: number;
  readonly ours: string;
  readonly theirs: string;
}

const BLOCK =
  /^<{7}(?: [^\r\n]*)?\r?\n([\s\S]*?)(?:^\|{7}(?: [^\r\n]*)?\r?\n[\s\S]*?)?^={7}\r?\n([\s\S]*?)^>{7}(?: [^\r\n]*)?(?:\r?\n|$)/gm;

export interface ConflictFound {
  readonly offset: number;
  /** The text with our own side kept, for making out the servers' names. */
  readonly ours: string;
  /** The one side that gives a text that parses, when only one does or both are the same; else null. */
  readonly repair: readonly TextEdit[] | null;
  readonly count: number;
}

/** Marks that version control leaves where two changes meet; null where there are none. */
export const mergeConflictIn = (text: string, dialect: JsonDialect): ConflictFound | null => {
  const first = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/m.exec(text);
  if (first === null) return null;
  const conflicts: Conflict[] = [...text.matchAll(BLOCK)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    ours: found[1] ?? '',
    theirs: found[2] ?? '',
  }));
  const keep = (side: 'ours' | 'theirs'): readonly TextEdit[] =>
    conflicts.map((conflict) => ({
      offset: conflict.start,
      length: conflict.end - conflict.start,
      text: conflict[side],
    }));
  const ours = withEdits(text, keep('ours'));
  const theirs = withEdits(text, keep('theirs'));
  const takesOurs = conflicts.length > 0 && refusalOf(ours, dialect) === null;
  const takesTheirs = conflicts.length > 0 && refusalOf(theirs, dialect) === null;
  const isSame = conflicts.every((conflict) => conflict.ours.trim() === conflict.theirs.trim());
  const repair =
    takesOurs && (!takesTheirs || isSame) ? keep('ours') : takesTheirs && !takesOurs ? keep('theirs') : null;
  return {offset: first.index, ours, repair, count: Math.max(1, conflicts.length)};
};
