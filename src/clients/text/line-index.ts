/** Lines and columns of a text, both from 1; columns count UTF-16 units. Line ends: LF, CRLF, and a lone CR. */
export interface LineIndex {
  readonly at: (offset: number) => {readonly line: number; readonly column: number};
  /** The text of a line, without its end. */
  readonly lineText: (line: number) => string;
  readonly startOf: (line: number) => number;
  readonly count: number;
}

/** An index of a text's lines; a look-up costs a binary search. */
export const createLineIndex = (text: string): LineIndex => {
  const starts = startsOf(text);
  const startOf = (line: number): number => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
  return {
    count: starts.length,
    startOf,
    at: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
    },
    lineText: (line) => text.slice(startOf(line), starts[line] ?? text.length).replace(/[\r\n]+$/, ''),
  };
};

const startsOf = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
};
