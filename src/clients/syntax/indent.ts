import type {Cursor} from './cursor.ts';
import {note} from './note.ts';

/** A line that stands further left than the container's inside belongs to an outer one: a bracket is missing before it. */
export const leftByIndent = (cursor: Cursor, first: string): boolean => {
  const {text, at, open} = cursor;
  const opener = open.at(-1);
  if (!cursor.byIndent || opener === undefined || open.length < 2) return false;
  const indent = indentAt(text, at);
  const outer = indentAt(text, text.lastIndexOf('\n', opener) + 1, true);
  if (indent === null || outer === null || !/\n/.test(text.slice(opener, at))) return false;
  const isCloser = first === '}' || first === ']';
  if (isCloser ? indent >= outer : indent > outer) return false;
  const closer = text[opener] === '{' ? '}' : ']';
  const hadComma = cursor.comma !== -1;
  note(cursor, 'missing-bracket', cursor.lastEnd, `"${closer}" is missing here.`, [
    {offset: cursor.lastEnd, length: 0, text: closer},
  ]);
  open.pop();
  // The comma that was read belongs to the outer container now.
  if (!hadComma) cursor.comma = -1;
  return true;
};

/** White space before `at` on its line; null where something else stands there. `isStart`: `at` is the line's start. */
const indentAt = (text: string, at: number, isStart = false): number | null => {
  if (isStart) return /^[ \t]*/.exec(text.slice(at, at + 400))?.[0].length ?? 0;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before.length : null;
};
