import {graphemesOf} from './width.ts';

const KEPT = 40;
const known = new Map<string, readonly string[]>();

/**
 * Foreign text word for word in lines of at most `width` columns: nothing trimmed, nothing left out. Remembered, because
 * a screen is drawn often and an error text can be long.
 */
export const verbatim = (text: string, width: number): readonly string[] => {
  const key = `${width} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const lines = text
    .replaceAll('\t', '    ')
    .split('\n')
    .flatMap((part) => cutHard(part, Math.max(4, width)));
  if (known.size >= KEPT) known.clear();
  known.set(key, lines);
  return lines;
};

const cutHard = (text: string, width: number): readonly string[] => {
  if (text.length <= width && /^[\x20-\x7e]*$/.test(text)) return [text];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const letter of graphemesOf(text)) {
    if (used + letter.width > width) {
      lines.push(current);
      current = '';
      used = 0;
    }
    current += letter.text;
    used += letter.width;
  }
  return [...lines, current];
};

/** Runs of spaces as dots, so that nothing hides behind empty room. */
export const showSpaces = (text: string): string => text.replace(/^ +| {2,}| +$/g, (run) => '·'.repeat(run.length));
