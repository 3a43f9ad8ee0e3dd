import {MAX_DEPTH} from './json-depth.ts';

/** What hides brackets and dots: comments and the four kinds of strings; one that is not closed ends with its line. */
const HIDDEN =
  /#[^\n]*|"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*(?:"{3,5}|$)|'''(?:[^']|'{1,2}(?!'))*(?:'{3,5}|$)|"(?:[^"\\\n]|\\[^\n])*"?|'[^'\n]*'?/y;

/** The TOML text nests its lists and inline tables, or the parts of one dotted key, deeper than `MAX_DEPTH`. Linear. */
export const isTomlTooDeep = (text: string): boolean => {
  let depth = 0;
  let dots = 0;
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
    if (depth + dots > MAX_DEPTH) return true;
  }
  return false;
};
