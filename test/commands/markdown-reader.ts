/** A block of a markdown text, as CommonMark reads it: fenced code, or a line outside it. */
export type Block =
  | {readonly kind: 'code'; readonly language: string; readonly text: string}
  | {readonly kind: 'line'; readonly text: string};

/**
 * Reads fenced code by the rules of CommonMark 0.31 (4.5): a fence of at least three backticks, an info string without
 * backticks, closed by at least as many backticks and nothing else; an unclosed one runs to the end.
 */
export const readMarkdown = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let open: {readonly ticks: number; readonly language: string; readonly lines: string[]} | null = null;
  for (const line of text.split('\n')) {
    if (open === null) {
      const fence = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
      if (fence === null) blocks.push({kind: 'line', text: line});
      else open = {ticks: fence[1]?.length ?? 3, language: (fence[2] ?? '').trim(), lines: []};
      continue;
    }
    const close = /^ {0,3}(`{3,})[ \t]*$/.exec(line);
    if (close !== null && (close[1]?.length ?? 0) >= open.ticks) {
      blocks.push({kind: 'code', language: open.language, text: open.lines.join('\n')});
      open = null;
    } else open.lines.push(line);
  }
  if (open !== null) blocks.push({kind: 'code', language: 'unclosed', text: open.lines.join('\n')});
  return blocks;
};

/** A line without its code spans (CommonMark 6.1: the same number of backticks opens and closes). */
export const withoutCodeSpans = (line: string): string => line.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
