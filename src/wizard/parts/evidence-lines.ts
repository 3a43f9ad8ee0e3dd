import type {EvidenceLine} from '../../model/finding.ts';
import {dim, type Line, line, strong} from './line.ts';
import {verbatim} from './verbatim.ts';
import {widthOf} from './width.ts';

const MOST = 12;

/** What was seen, word for word; carets below the words that decide, because colour alone would not do. */
export const evidenceLines = (evidence: readonly EvidenceLine[], width: number): readonly Line[] =>
  evidence.flatMap((one) => [line(dim(one.label)), ...seenLines(one, width)]);

const seenLines = (one: EvidenceLine, width: number): readonly Line[] => {
  const lines = verbatim(one.text, width - 2);
  const words = one.deciding === undefined || one.deciding === '' ? null : one.deciding;
  const drawn = lines.map((text) => marked(text, words));
  const hit = drawn.findIndex((part) => part.length > 1);
  // Of a long text, the part around the deciding words.
  const from = lines.length <= MOST ? 0 : Math.max(0, Math.min(hit - 4, lines.length - MOST));
  const shown = drawn.slice(from, from + MOST).flat();
  const rest = lines.length - from - MOST;
  return [
    ...(from > 0 ? [line(dim(`  … ${from} lines before`))] : []),
    ...shown,
    ...(rest > 0 ? [line(dim(`  … ${rest} lines more`))] : []),
  ];
};

const marked = (text: string, words: string | null): readonly Line[] => {
  const at = words === null ? -1 : text.indexOf(words);
  if (words === null || at < 0) return [line(`  ${text}`)];
  const before = text.slice(0, at);
  return [
    line(`  ${before}`, strong('red', words), text.slice(at + words.length)),
    line(strong('red', `  ${' '.repeat(widthOf(before))}${'^'.repeat(Math.max(1, widthOf(words)))}`)),
  ];
};
