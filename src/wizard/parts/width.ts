const PLAIN = /^[\x20-\x7e]*$/;
const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The columns that a text takes in a terminal: wide East Asian letters and emoji take two, marks none. */
export const widthOf = (text: string): number => {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const {segment} of segmenter.segment(text)) width += graphemeWidth(segment);
  return width;
};

/** What a person sees as one letter, each with its width. */
export const graphemesOf = (text: string): readonly {readonly text: string; readonly width: number}[] =>
  PLAIN.test(text)
    ? Array.from(text, (letter) => ({text: letter, width: 1}))
    : Array.from(segmenter.segment(text), ({segment}) => ({text: segment, width: graphemeWidth(segment)}));

/** The text in at most `width` columns; an ellipsis stands where some was cut. */
export const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  if (width <= 0) return '';
  let out = '';
  let used = 0;
  for (const letter of graphemesOf(text)) {
    if (used + letter.width > width - 1) break;
    out += letter.text;
    used += letter.width;
  }
  return `${out}…`;
};

/** The text and as many spaces as fill `width` columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const graphemeWidth = (grapheme: string): number => {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (/^\p{Mark}|^\p{Default_Ignorable_Code_Point}/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f|\u20e3/u.test(grapheme)) return 2;
  return isWide(code) ? 2 : 1;
};

/** Unicode's East_Asian_Width W and F, in rough blocks (UAX #11). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];
const isWide = (code: number): boolean => WIDE.some(([from, to]) => code >= from && code <= to);
