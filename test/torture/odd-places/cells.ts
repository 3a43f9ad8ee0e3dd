import {below, pick, randomOf} from '../trial.ts';

/** What may be odd about the place where a program runs, and in which ways; the first way is the ordinary one. */
export const FACTORS = {
  home: ['ordinary', 'unset', 'missing', 'read-only'],
  disk: ['ordinary', 'full', 'without inodes'],
  stdin: ['file', 'terminal', 'closed'],
  stdout: ['file', 'terminal'],
  stderr: ['file', 'terminal'],
  term: ['xterm-256color', 'dumb', 'unset'],
  columns: ['80', '20', '500'],
  color: ['ordinary', 'NO_COLOR'],
  encoding: ['UTF-8', 'ISO-8859-1'],
  language: ['C', 'tr_TR', 'ar_EG'],
  clock: ['right', 'ten years behind', 'ten years ahead', 'jumping'],
  cwd: ['ordinary', 'deleted'],
  files: ['ordinary', '64'],
  network: ['ordinary', 'none'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Factor = keyof typeof FACTORS;
export type Cell = {readonly [K in Factor]: (typeof FACTORS)[K][number]};

const NAMES: readonly Factor[] = [
  'home',
  'disk',
  'stdin',
  'stdout',
  'stderr',
  'term',
  'columns',
  'color',
  'encoding',
  'language',
  'clock',
  'cwd',
  'files',
  'network',
];

const drawn = (random: () => number): Cell => ({
  home: pick(random, FACTORS.home),
  disk: pick(random, FACTORS.disk),
  stdin: pick(random, FACTORS.stdin),
  stdout: pick(random, FACTORS.stdout),
  stderr: pick(random, FACTORS.stderr),
  term: pick(random, FACTORS.term),
  columns: pick(random, FACTORS.columns),
  color: pick(random, FACTORS.color),
  encoding: pick(random, FACTORS.encoding),
  language: pick(random, FACTORS.language),
  clock: pick(random, FACTORS.clock),
  cwd: pick(random, FACTORS.cwd),
  files: pick(random, FACTORS.files),
  network: pick(random, FACTORS.network),
});

const pairsOf = (cell: Cell): readonly string[] =>
  NAMES.flatMap((a, index) => NAMES.slice(index + 1).map((b) => `${a}=${cell[a]}&${b}=${cell[b]}`));

const pairCount = (): number =>
  NAMES.flatMap((a, index) => NAMES.slice(index + 1).map((b) => FACTORS[a].length * FACTORS[b].length)).reduce(
    (sum, one) => sum + one,
    0,
  );

/**
 * Cells in which every two ways of every two factors meet at least once: of 60 drawn ones the one with the most new
 * pairs is taken, again and again; then drawn ones fill up to `count`. What is left out is told.
 */
export const cellsOf = (
  seed: number,
  count: number,
): {readonly cells: readonly Cell[]; readonly pairs: number; readonly missing: number} => {
  const random = randomOf(seed);
  const met = new Set<string>();
  const cells: Cell[] = [];
  const news = (cell: Cell): number => pairsOf(cell).filter((pair) => !met.has(pair)).length;
  while (cells.length < count) {
    const candidates = met.size === pairCount() ? [drawn(random)] : Array.from({length: 60}, () => drawn(random));
    const best = candidates.reduce((one, other) => (news(other) > news(one) ? other : one));
    cells.push(best);
    for (const pair of pairsOf(best)) met.add(pair);
  }
  // Slices begin at another place each time, so that a seed decides what is tried.
  const from = below(random, cells.length);
  return {cells: [...cells.slice(from), ...cells.slice(0, from)], pairs: pairCount(), missing: pairCount() - met.size};
};

/** 'home read-only, disk full': what is out of the ordinary. */
export const toldOf = (cell: Cell): string =>
  NAMES.filter((name) => cell[name] !== FACTORS[name][0])
    .map((name) => `${name} ${cell[name]}`)
    .join(', ');
