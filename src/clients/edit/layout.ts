/** How a document is laid out around a place; copied, so that what is added looks like what is there. */
export interface Layout {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
}

export const layoutOf = (text: string, near = 0): Layout => ({eol: eolNear(text, near), unit: unitOf(text)});

/** The line end before the place, else the first one of the file. */
const eolNear = (text: string, near: number): string => {
  const before = text.lastIndexOf('\n', near);
  const at = before >= 0 ? before : text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
};

const unitOf = (text: string): string => {
  let unit: string | null = null;
  for (const match of text.matchAll(/^([ \t]+)[^\s*]/gm)) {
    const indent = match[1] ?? '';
    if (indent.startsWith('\t')) return '\t';
    if (unit === null || indent.length < unit.length) unit = indent;
  }
  return unit ?? '  ';
};

/** Where the line of `at` begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The white space that the line of `at` begins with. */
export const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';

/** Nothing but white space stands before `at` on its line. */
export const isFirstOnLine = (text: string, at: number): boolean =>
  /^[ \t]*$/.test(text.slice(lineStart(text, at), at));

/** Which comments a language has. */
export interface Comments {
  readonly line: '//' | '#';
  readonly hasBlocks: boolean;
}

/** If a comment begins at `at`: where it ends (a line comment before its line end); else -1. */
export const commentEnd = (text: string, at: number, comments: Comments): number => {
  if (text.startsWith(comments.line, at)) {
    const end = /\r?\n|$/.exec(text.slice(at));
    return at + (end?.index ?? 0);
  }
  if (!comments.hasBlocks || !text.startsWith('/*', at)) return -1;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
};

/** The first comma between two offsets that stands outside comments; -1 where there is none. */
export const commaBetween = (text: string, from: number, to: number, comments: Comments): number => {
  for (let i = from; i < to; i += 1) {
    if (text[i] === ',') return i;
    const end = commentEnd(text, i, comments);
    if (end >= 0) i = end - 1;
  }
  return -1;
};

/** Where the line of `from` ends when only white space and comments follow; `from` itself where more follows. */
export const restOfLine = (text: string, from: number, limit: number, comments: Comments): number => {
  let at = from;
  while (at < limit) {
    const end = commentEnd(text, at, comments);
    if (end >= 0) {
      if (text.slice(at, end).includes('\n')) return from;
      at = end;
    } else if (text[at] === ' ' || text[at] === '\t') at += 1;
    else break;
  }
  return at < text.length && text[at] !== '\n' && text[at] !== '\r' ? from : at;
};
