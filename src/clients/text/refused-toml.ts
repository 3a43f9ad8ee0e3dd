import {MAX_DEPTH, MAX_PARTS, type Refused} from './limits.ts';

/** What hides brackets and dots: comments and the four kinds of strings; one that is not closed ends with its line. */
const HIDDEN =
  /#[^\n]*|"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*(?:"{3,5}|$)|'''(?:[^']|'{1,2}(?!'))*(?:'{3,5}|$)|"(?:[^"\\\n]|\\[^\n])*"?|'[^'\n]*'?/y;

/** What parts one value, line or part of a key from the next. */
const PARTING = new Set(['\n', ',', '=', '.', '[', '{']);

/**
 * Why nobody should parse the TOML text: its lists and inline tables, or the parts of one dotted key, nest deeper than
 * `MAX_DEPTH`, or it has more values, lines and parts of keys than `MAX_PARTS`. Null for every other text. Linear.
 */
export const refusedToml = (text: string): Refused | null => {
  let depth = 0;
  let dots = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '#' || sign === '"' || sign === "'") {
      HIDDEN.lastIndex = at;
      HIDDEN.test(text);
      at = Math.max(at, HIDDEN.lastIndex - 1);
    } else if (sign === '.') dots += 1;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    if (sign === '=' || sign === ',' || sign === '\n') dots = 0;
    if (PARTING.has(sign)) parts += 1;
    if (depth + dots > MAX_DEPTH) return 'too-deep';
    if (parts > MAX_PARTS) return 'too-much';
  }
  return null;
};
