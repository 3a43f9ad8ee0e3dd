import {cut, graphemesOf, widthOf} from './width.ts';

/** What a piece of text is: bad news, good news, or where to look. Colour only repeats what a mark or a word says. */
export type Tint = 'red' | 'green' | 'cyan';

/**
 * How it is drawn. Of the eight colours that every terminal has, red alone reaches a contrast of 3:1 on the dark and the
 * light grounds of the usual palettes; green and cyan vanish on white. The test of this file does the sum.
 */
export const DRAWN: Readonly<Record<Tint, 'red' | null>> = {red: 'red', green: null, cyan: null};

/** A piece of text in one style. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly color?: Tint;
}

/** One line of the screen. */
export type Line = readonly Span[];

type Part = string | Span | null | false;

export const bold = (text: string): Span => ({text, bold: true});
/** Words that stand back: by their place, not by faint letters (SGR 2), which fall below 3:1 on Solarized. */
export const dim = (text: string): Span => ({text});
/** Lines and rules that tell nothing. */
export const faint = (text: string): Span => ({text, dim: true});
export const tint = (color: Tint, text: string): Span => ({text, color});
export const strong = (color: Tint, text: string): Span => ({text, color, bold: true});

export const line = (...parts: readonly Part[]): Line =>
  parts.flatMap((part) => (part === null || part === false ? [] : [typeof part === 'string' ? {text: part} : part]));

export const EMPTY: Line = [];

export const textOfLine = (spans: Line): string => spans.map((span) => span.text).join('');
export const widthOfLine = (spans: Line): number => spans.reduce((sum, span) => sum + widthOf(span.text), 0);

/** The line in at most `width` columns. */
export const within = (spans: Line, width: number): Line => {
  if (widthOfLine(spans) <= width) return spans;
  const out: Span[] = [];
  let left = width;
  for (const span of spans) {
    if (left <= 0) break;
    const wide = widthOf(span.text);
    const isLast = wide >= left;
    out.push({...span, text: isLast ? cut(`${span.text} `, left).trimEnd() : span.text});
    left -= wide;
  }
  return out;
};

/** Left and right in one line; the right part gives way. */
export const ends = (left: Line, right: Line, width: number): Line => {
  const gap = width - widthOfLine(left) - widthOfLine(right);
  return gap >= 2 ? [...left, {text: ' '.repeat(gap)}, ...right] : within(left, width);
};

/**
 * The line in as many lines as it needs, broken between words where that is possible.
 * @param indent of every line after the first
 */
export const wrap = (spans: Line, width: number, indent = 0): readonly Line[] => {
  const room = Math.max(4, width);
  const inset = Math.min(indent, Math.floor(room / 2));
  const lines: Span[][] = [];
  let current: Span[] = [];
  let used = 0;
  const breakLine = (): void => {
    const last = current.at(-1);
    if (last !== undefined) current[current.length - 1] = {...last, text: last.text.trimEnd()};
    lines.push(current);
    current = inset > 0 ? [{text: ' '.repeat(inset)}] : [];
    used = inset;
  };
  for (const span of spans) {
    for (const word of span.text.match(/[^ ]+ *| +/g) ?? []) {
      const wide = widthOf(word.trimEnd());
      if (used > inset && used + wide > room) breakLine();
      for (const [index, piece] of pieces(word, room - used, room - inset).entries()) {
        if (index > 0) breakLine();
        current.push({...span, text: piece});
        used += widthOf(piece);
      }
    }
  }
  lines.push(current);
  return lines;
};

/** A word that is longer than the line is broken anywhere. */
const pieces = (word: string, first: number, rest: number): readonly string[] => {
  if (widthOf(word.trimEnd()) <= first) return [word];
  let room = first;
  const out: string[] = [];
  let piece = '';
  let used = 0;
  for (const letter of graphemesOf(word)) {
    if (used + letter.width > room) {
      out.push(piece);
      piece = '';
      used = 0;
      room = rest;
    }
    piece += letter.text;
    used += letter.width;
  }
  return [...out, piece];
};
