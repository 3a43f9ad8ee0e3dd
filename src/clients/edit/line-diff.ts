/** A part of a unified diff without its header: lines begin with ' ', '-' or '+'. */
export interface LineDiff {
  readonly lines: readonly string[];
  /** The line of the old text (from 1) at which the first difference stands. */
  readonly line: number;
}

const CONTEXT = 2;
/** Above this many cells the middle is shown as old lines, then new lines. */
const MAX_CELLS = 250_000;

/** What differs between two texts, with two lines around it; runs that are further apart are parted by ' …'. */
export const lineDiff = (before: string, after: string): LineDiff => {
  const old = before.split(/\r?\n/);
  const next = after.split(/\r?\n/);
  let head = 0;
  while (head < Math.min(old.length, next.length) && old[head] === next[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, next.length) - head;
  while (tail < most && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const middle = compared(old.slice(head, old.length - tail), next.slice(head, next.length - tail));
  const lines = [
    ...old.slice(Math.max(0, head - CONTEXT), head).map((line) => ` ${line}`),
    ...shortened(middle),
    ...old.slice(old.length - tail, old.length - tail + CONTEXT).map((line) => ` ${line}`),
  ];
  return {lines, line: head + 1};
};

/** The longest common subsequence of the lines, written as a diff. */
const compared = (old: readonly string[], next: readonly string[]): readonly string[] => {
  const columns = next.length + 1;
  if (old.length * next.length > MAX_CELLS)
    return [...old.map((line) => `-${line}`), ...next.map((line) => `+${line}`)];
  const longest = new Uint32Array((old.length + 1) * columns);
  const at = (i: number, j: number): number => longest[i * columns + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      longest[i * columns + j] = old[i] === next[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      lines.push(` ${old[i]}`);
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= next.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`-${old[i]}`);
      i += 1;
    } else {
      lines.push(`+${next[j]}`);
      j += 1;
    }
  }
  return lines;
};

/** Long runs of equal lines between two changes become one mark. */
const shortened = (lines: readonly string[]): readonly string[] => {
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => !line.startsWith(' '));
  return lines.flatMap((line, index) => {
    if (isNear(index)) return [line];
    return isNear(index - 1) ? [' …'] : [];
  });
};
