import {MAX_MISTAKES} from '../text/limits.ts';
import type {Cursor} from './cursor.ts';

/** White space that editors and web pages make and JSON does not know. */
const FOREIGN_SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff\u2028\u2029\u000b\u000c]/;

/** Goes on to the next thing that is neither white space nor a comment; notes what the dialect does not take. */
export const skipSpace = (cursor: Cursor): void => {
  const {text} = cursor;
  for (;;) {
    const character = text[cursor.at];
    if (character === undefined) return;
    if (cursor.mistakes.length > MAX_MISTAKES) cursor.at = text.length;
    else if (character === ' ' || character === '\n' || character === '\t' || character === '\r') cursor.at += 1;
    else if (FOREIGN_SPACE.test(character)) {
      cursor.mistakes.push({
        kind: 'control-character',
        offset: cursor.at,
        message: 'A white space stands here that JSON does not know.',
        edits: [{offset: cursor.at, length: 1, text: ' '}],
      });
      cursor.at += 1;
    } else if (!comment(cursor, character)) return;
  }
};

const comment = (cursor: Cursor, first: string): boolean => {
  const {text, at, dialect} = cursor;
  const isHash = first === '#';
  const isLine = isHash || text.startsWith('//', at);
  if (!isLine && !text.startsWith('/*', at)) return false;
  // Only where it is asked for: a look for the end of a block comment behind each of many line comments is quadratic.
  const close = isLine ? -1 : text.indexOf('*/', at + 2);
  const end = isLine ? lineEnd(text, at) : close === -1 ? text.length : close + 2;
  cursor.at = end;
  if (!isLine && close === -1)
    cursor.mistakes.push({kind: 'comment', offset: at, message: 'The comment is not closed.', edits: null});
  else if (isHash || !dialect.comments) {
    const message = isHash ? 'JSON knows no comments with "#".' : 'This client takes no comments.';
    cursor.mistakes.push({kind: 'comment', offset: at, message, edits: [wholeLine(text, at, end)]});
  }
  return true;
};

/** The comment, with its line where it stands alone there, or with the space before it. */
const wholeLine = (text: string, at: number, end: number): {offset: number; length: number; text: string} => {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(lineStart, at);
  const after = /^[ \t]*(\r?\n)?/.exec(text.slice(end, end + 400))?.[0] ?? '';
  if (/^[ \t]*$/.test(before) && (after.endsWith('\n') || end + after.length === text.length))
    return {offset: lineStart, length: end + after.length - lineStart, text: ''};
  const space = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const offset = after.endsWith('\n') ? at - space : at;
  return {offset, length: end - offset, text: ''};
};

const lineEnd = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
};
