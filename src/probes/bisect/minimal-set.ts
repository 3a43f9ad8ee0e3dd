/** Thrown by a test that may not ask any more; the search ends with what it knows. */
export class BudgetSpent extends Error {
  constructor() {
    super('the number of requests is used up');
    this.name = 'BudgetSpent';
  }
}

export interface MinimalSet<T> {
  readonly parts: readonly T[];
  /** Taking any one part away makes the failure go: proved. False where the search was cut short. */
  readonly isMinimal: boolean;
}

/**
 * Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", ddmin): the smallest set
 * of parts that still fails. `all` is known to fail and the empty set to pass; `fails` is asked for each set at most once.
 */
export const minimalSet = async <T>(
  all: readonly T[],
  fails: (parts: readonly T[]) => Promise<boolean>,
): Promise<MinimalSet<T>> => {
  const known = new Map<string, boolean>();
  const ask = async (parts: readonly T[]): Promise<boolean> => {
    if (parts.length === 0) return false;
    if (parts.length === all.length) return true;
    const key = parts.map((part) => all.indexOf(part)).join();
    const answer = known.get(key) ?? (await fails(parts));
    known.set(key, answer);
    return answer;
  };
  let current = all;
  let pieces = 2;
  try {
    while (current.length > 1) {
      const smaller = await smallerOf(current, Math.min(pieces, current.length), ask);
      if (smaller !== null) {
        current = smaller.parts;
        pieces = Math.max(2, smaller.pieces);
      } else if (pieces >= current.length) break;
      else pieces = Math.min(current.length, pieces * 2);
    }
  } catch (error) {
    if (error instanceof BudgetSpent) return {parts: current, isMinimal: false};
    throw error;
  }
  return {parts: current, isMinimal: true};
};

/** One of the pieces, or all but one of them, that still fails. */
const smallerOf = async <T>(
  parts: readonly T[],
  count: number,
  fails: (parts: readonly T[]) => Promise<boolean>,
): Promise<{readonly parts: readonly T[]; readonly pieces: number} | null> => {
  const size = Math.ceil(parts.length / count);
  const chunks: (readonly T[])[] = [];
  for (let at = 0; at < parts.length; at += size) chunks.push(parts.slice(at, at + size));
  for (const chunk of chunks) if (await fails(chunk)) return {parts: chunk, pieces: 2};
  if (chunks.length === 2) return null;
  for (const chunk of chunks) {
    const rest = parts.filter((part) => !chunk.includes(part));
    if (await fails(rest)) return {parts: rest, pieces: chunks.length - 1};
  }
  return null;
};
