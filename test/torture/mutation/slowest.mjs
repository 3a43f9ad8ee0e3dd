/** How long one of these tests may take on a machine that is busy, in ms: each took `ms` without any fault. */
export const slowest = (tests) => 3_000 + 5 * Math.max(...tests.map(({ms}) => ms));
