import type {ServerSnapshot, Snapshot} from './snapshot.ts';
import {differs, type FoundDifference} from './snapshot-found-difference.ts';

const [ONE, OTHER] = ['one value', 'another value'];

/** Values were tagged with the same key on both sides, so that equal tags are equal values. */
const areComparable = (a: Snapshot, b: Snapshot): boolean => a.tags !== undefined && a.tags.key === b.tags?.key;

/** Where a credential was refused, another value is a reason; elsewhere each machine may well have its own. */
const isWeak = (one: ServerSnapshot, other: ServerSnapshot): boolean =>
  ![one.failure, other.failure].some((failure) => failure?.step === 'auth' || failure?.step === 'http');

/** Variables that are set on both sides, to unlike values. */
export const environmentTagDifferences = (
  a: Snapshot,
  b: Snapshot,
  one: ServerSnapshot,
  other: ServerSnapshot,
): readonly FoundDifference[] =>
  areComparable(a, b)
    ? [...new Set([...one.variables, ...other.variables])].flatMap((name) =>
        isUnlike(a.tags?.environment[name], b.tags?.environment[name])
          ? told(`environment ${name}`, name, isWeak(one, other))
          : [],
      )
    : [];

/** Values of the entry that look alike and are not; those that a variable explains are told there. */
export const valueTagDifferences = (
  a: Snapshot,
  b: Snapshot,
  one: ServerSnapshot,
  other: ServerSnapshot,
): readonly FoundDifference[] => {
  if (!areComparable(a, b) || environmentTagDifferences(a, b, one, other).length > 0) return [];
  return Object.entries(one.tags ?? {}).flatMap(([path, tag]) =>
    isUnlike(tag, other.tags?.[path]) && one.values[path] === other.values[path]
      ? told(`value of ${path}`, path.split('.').slice(1).join('.'), isWeak(one, other))
      : [],
  );
};

const isUnlike = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

const told = (what: string, word: string, weak: boolean): readonly FoundDifference[] =>
  differs(what, 'config', ONE, OTHER, word).map((found) => ({...found, isWeak: weak}));
