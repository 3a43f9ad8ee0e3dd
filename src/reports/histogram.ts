/** One run: its time in milliseconds, and whether it failed. */
export interface TimedRun {
  readonly ms: number;
  readonly failed: boolean;
}

const MOST_BINS = 8;
const BAR = 30;

/**
 * Times as bars of text, fastest first: '#' for a run that worked, 'x' for one that failed. One line where all took
 * the same time. Bins are of equal width, and none is narrower than a millisecond.
 */
export const histogram = (runs: readonly TimedRun[]): readonly string[] => {
  if (runs.length === 0) return [];
  const times = runs.map(({ms}) => ms);
  const from = Math.floor(Math.min(...times));
  const to = Math.max(...times);
  const count = Math.max(1, Math.min(MOST_BINS, Math.ceil(Math.sqrt(runs.length)) + 1, Math.ceil(to - from)));
  const width = Math.max(1, Math.ceil((to - from) / count));
  const bins = Array.from({length: count}, (_, index) => {
    const isLast = index === count - 1;
    const low = from + index * width;
    const inside = runs.filter(({ms}) => ms >= low && (isLast || ms < low + width));
    const failed = inside.filter((run) => run.failed).length;
    return {low, high: low + width, failed, worked: inside.length - failed};
  });
  const most = Math.max(...bins.map(({failed, worked}) => failed + worked));
  const scale = most > BAR ? BAR / most : 1;
  const digits = String(bins.at(-1)?.high ?? 0).length;
  return bins.map(({low, high, failed, worked}) => {
    const bar = '#'.repeat(shown(worked, scale)) + 'x'.repeat(shown(failed, scale));
    return `${String(low).padStart(digits)}–${String(high).padEnd(digits)} ms ${bar} ${failed + worked}`.replace(
      / {2,}(\d+)$/,
      ' $1',
    );
  });
};

/** Something that is there is seen, however long the longest bar is. */
const shown = (count: number, scale: number): number => (count === 0 ? 0 : Math.max(1, Math.round(count * scale)));
