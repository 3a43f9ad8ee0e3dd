/** Longer than any single wait of one investigation, so a gap of this length lies between two of them. */
const IDLE_MS = 30_000;

/**
 * The time of day that goes on evenly while something is being done: a machine whose clock is set right by an hour in the
 * middle of a check must not look like a server that takes an hour. After a pause it is read anew.
 * @param wall the time of day in milliseconds, which may jump
 * @param even milliseconds that only ever go forward
 */
export const steadyClock = (wall: () => number, even: () => number): (() => number) => {
  let offset = wall() - even();
  let last = even();
  return () => {
    const at = even();
    if (at - last > IDLE_MS) offset = wall() - at;
    last = at;
    return Math.round(offset + at);
  };
};
