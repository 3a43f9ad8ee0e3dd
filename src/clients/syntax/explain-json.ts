import type {TextEdit} from '../../model/evidence.ts';
import type {DocumentTrouble} from '../text/document.ts';
import {MAX_MISTAKES} from '../text/limits.ts';
import type {TreeNode} from '../text/tree.ts';
import {isEvenlyIndented} from './even-indent.ts';
import {readLeniently} from './lenient-json.ts';
import {mergeConflictIn} from './merge-conflict.ts';
import {type JsonDialect, type Mistake, refusalOf, withEdits} from './text-edits.ts';

export interface Explained {
  readonly trouble: DocumentTrouble;
  readonly lenient: TreeNode | null;
}

/**
 * Why a text is no JSON of this dialect: the cause and not the symptom, and the edits that mend it where they are sure.
 * A repair is only given when the mended text parses.
 * @param refusal the parser's own sentence
 */
export const explainJson = (text: string, dialect: JsonDialect, refusal: string): Explained =>
  emptiness(text, refusal) ??
  conflict(text, dialect, refusal) ??
  fence(text, dialect, refusal) ??
  mistakes(text, dialect, refusal);

const emptiness = (text: string, refusal: string): Explained | null => {
  if (/^\s*$/.test(text))
    return {
      lenient: null,
      trouble: {
        kind: 'empty',
        offset: 0,
        message: refusal,
        more: 0,
        repair: [{offset: 0, length: text.length, text: '{}\n'}],
      },
    };
  if (/^\0+$/.test(text.slice(0, 4096)))
    return {lenient: null, trouble: {kind: 'not-json', offset: 0, message: refusal, more: 0, repair: null}};
  return null;
};

const conflict = (text: string, dialect: JsonDialect, message: string): Explained | null => {
  const found = mergeConflictIn(text, dialect);
  if (found === null) return null;
  return {
    lenient: readLeniently(found.ours, dialect, false).root,
    trouble: {kind: 'merge-conflict', offset: found.offset, message, repair: found.repair, more: found.count - 1},
  };
};

/** Pasted together with the fence of a Markdown block. */
const fence = (text: string, dialect: JsonDialect, message: string): Explained | null => {
  const open = /^\s*```[\w-]*[ \t]*\r?\n/.exec(text);
  if (open === null) return null;
  const close = /\r?\n```[ \t]*\s*$/.exec(text);
  const edits: TextEdit[] = [{offset: 0, length: open[0].length, text: ''}];
  if (close !== null) edits.push({offset: close.index, length: close[0].length, text: '\n'});
  const mended = withEdits(text, edits);
  const isSure = refusalOf(mended, dialect) === null;
  return {
    lenient: readLeniently(mended, dialect, false).root,
    trouble: {kind: 'not-json', offset: 0, message, repair: isSure ? edits : null, more: 0},
  };
};

const mistakes = (text: string, dialect: JsonDialect, refusal: string): Explained => {
  const plain = readLeniently(text, dialect, false);
  const first = {...plain, repair: sureRepair(text, dialect, plain.mistakes)};
  const needsIndent = plain.mistakes.some(({kind}) => /bracket|truncated|two-roots/.test(kind));
  const indented = needsIndent ? readLeniently(text, dialect, true) : null;
  const second = indented === null ? null : {...indented, repair: sureRepair(text, dialect, indented.mistakes)};
  // Where indentation shows the place, a bracket put there is nearer to what was meant than one at the end.
  const best = second !== null && second.repair !== null ? second : first;
  const ordered = [...best.mistakes].sort((a, b) => a.offset - b.offset);
  const [cause] = ordered;
  if (cause === undefined)
    return {
      lenient: best.root,
      trouble: {kind: 'other', offset: offsetIn(refusal, text), message: refusal, repair: null, more: 0},
    };
  // Of a bracket too many the place is known only when its repair is.
  const offset = cause.kind === 'extra-bracket' ? (best.repair?.[0]?.offset ?? cause.offset) : cause.offset;
  const more = ordered.filter(({kind}) => kind === cause.kind).length - 1;
  return {
    lenient: best.root,
    trouble: {kind: cause.kind, offset, message: cause.message, repair: best.repair, more},
  };
};

/** All edits of all mistakes, when each has some and the mended text parses. */
const sureRepair = (text: string, dialect: JsonDialect, found: readonly Mistake[]): readonly TextEdit[] | null => {
  if (found.length === 0 || found.length > MAX_MISTAKES) return null;
  const edits: TextEdit[] = [];
  for (const mistake of found) {
    if (mistake.edits === null) return null;
    edits.push(...mistake.edits);
  }
  const mended = withEdits(text, edits);
  if (refusalOf(mended, dialect) !== null) return null;
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'extra-bracket' || isEvenlyIndented(mended)) return edits;
  return earlierBracket(text, dialect);
};

/**
 * A bracket too many shows at the end, wherever it stands. The one is taken away without which the layout is even;
 * none where several would do, or none does.
 */
const earlierBracket = (text: string, dialect: JsonDialect): readonly TextEdit[] | null => {
  const places = [...text.matchAll(/[}\]]/g)];
  if (places.length > 200 || text.length > 50_000) return null;
  const seen = new Set<string>();
  const good: TextEdit[] = [];
  for (const {index} of places) {
    const edit = {offset: index, length: 1, text: ''};
    const mended = withEdits(text, [edit]);
    const bare = mended.replaceAll(/\s+/g, '');
    if (seen.has(bare)) continue;
    seen.add(bare);
    if (refusalOf(mended, dialect) === null && isEvenlyIndented(mended)) good.push(edit);
  }
  return good.length === 1 ? good : null;
};

/** V8 says 'at position 61' where it knows. */
const offsetIn = (refusal: string, text: string): number => {
  const position = Number(/position (\d+)/.exec(refusal)?.[1] ?? Number.NaN);
  return Number.isFinite(position) ? Math.min(position, text.length) : /end of JSON/i.test(refusal) ? text.length : 0;
};
