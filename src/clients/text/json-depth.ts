import {MAX_DEPTH} from './limits.ts';

/**
 * The text opens more brackets at once than `MAX_DEPTH`. Strings and comments are skipped, just as the parsers skip them:
 * what this scan takes for text, they may not take for brackets. Linear.
 */
export const isTooDeep = (text: string): boolean => {
  // Each kind for itself: a brace closes no bracket.
  let lists = 0;
  let objects = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x2f) at = endOfComment(text, at);
    else if (code === 0x5b) lists += 1;
    else if (code === 0x7b) objects += 1;
    else if (code === 0x5d) lists = Math.max(0, lists - 1);
    else if (code === 0x7d) objects = Math.max(0, objects - 1);
    if (lists + objects > MAX_DEPTH) return true;
  }
  return false;
};

/** A string ends at its quotation mark or, where that is missing, at the line's end. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x0a || code === 0x0d) return at;
    if (code === 0x5c) at += 1;
  }
  return text.length;
};

/** The last character of a comment that begins at `start`; `start` itself where none does. */
const endOfComment = (text: string, start: number): number => {
  const next = text.charCodeAt(start + 1);
  if (next === 0x2a) {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 1;
  }
  if (next !== 0x2f) return start;
  let at = start + 2;
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at += 1;
  return at;
};
