/** Numbers of a version, 'v18.19.1' → [18, 19, 1]; null when there are none. */
const versionOf = (text: string): readonly number[] | null => {
  const found = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return found === null ? null : [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
};

const compare = (a: readonly number[], b: readonly number[]): number =>
  [0, 1, 2].reduce((sign, at) => sign || (a[at] ?? 0) - (b[at] ?? 0), 0);

/**
 * The lowest version that one alternative of a range asks for; null when it asks for none. Reads npm ranges ('^20.1',
 * '>=18 <23', '20.x') and Python specifiers ('>=3.10,<4', '~=3.11', '==3.12.*').
 */
const lowest = (alternative: string): readonly number[] | null => {
  const hyphen = /^\s*v?(\d[\d.]*)\s+-\s+/.exec(alternative)?.[1];
  if (hyphen !== undefined) return versionOf(hyphen);
  const bounds = [...alternative.matchAll(/(>=|>|\^|~=|~|===?|=|!=|<=|<)?\s*v?(\d+(?:\.(?:\d+|[xX*]))*)/g)]
    .filter(([, sign]) => !['<', '<=', '!='].includes(sign ?? ''))
    .flatMap(([, , version]) => versionOf(version ?? '') ?? [])
    .slice(0, 3);
  return bounds.length === 0 ? null : bounds;
};

/** Every alternative of the range begins above the version. False where either cannot be read: never guess. */
export const isTooOld = (version: string, range: string): boolean => {
  const has = versionOf(version);
  const floors = range.split('||').map(lowest);
  return has !== null && floors.every((floor) => floor !== null && compare(has, floor) < 0);
};

/** The lowest version that the range accepts, as it would be said: '20.6', '3.11'; null when it names none. */
export const lowestOf = (range: string): string | null => {
  const floors = range.split('||').flatMap((alternative) => {
    const floor = lowest(alternative);
    return floor === null ? [] : [floor];
  });
  const [first] = floors.sort(compare);
  if (first === undefined) return null;
  return [...first].join('.').replace(/(\.0)+$/, '') || null;
};
