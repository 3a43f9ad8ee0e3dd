/** Deeper than this nobody nests settings; parsers that call themselves run out of stack far later. */
const MAX_DEPTH = 512;

/** The text opens more brackets at once than `MAX_DEPTH`. Strings are skipped; linear. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at);
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
};

/** A string ends at its quotation mark or, where that is missing, at the line's end. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x0a) return at;
    if (code === 0x5c) at += 1;
  }
  return text.length;
};
