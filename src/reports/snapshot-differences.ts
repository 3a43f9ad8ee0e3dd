import {STEPS} from '../model/step.ts';
import type {ServerSnapshot, Snapshot} from './snapshot.ts';
import type {Difference} from './snapshot-found-difference.ts';
import {differencesOfServer} from './snapshot-server-differences.ts';

export interface SnapshotComparison {
  /** Likeliest first. */
  readonly differences: readonly Difference[];
  /** How many further differences were looked at and left out: they decide nothing. */
  readonly left: number;
  /** Servers by name: how each stands on both sides. */
  readonly servers: readonly {
    readonly name: string;
    readonly a: string;
    readonly b: string;
  }[];
  /** Both sides tagged their values, with unlike keys: so they cannot be compared. */
  readonly hasOtherKey: boolean;
}

/** The two of one server: the same client where it is in both, else whichever has it. */
interface Pair {
  readonly name: string;
  readonly a: ServerSnapshot | null;
  readonly b: ServerSnapshot | null;
}

/**
 * The differences that matter, likeliest first: those that the failure itself names, then by the order of the ladder, up
 * to the step that fails. What works on both sides, and what decides nothing, is left out and counted.
 */
export const snapshotDifferences = (a: Snapshot, b: Snapshot): SnapshotComparison => {
  const pairs = pairsOf(a, b);
  const all = pairs.flatMap((pair) =>
    pair.a === null || pair.b === null ? onlyOne(pair) : differencesOfServer(a, b, pair.a, pair.b),
  );
  const seen = new Set<string>();
  const differences = all
    .filter((one) => {
      const key = [one.what, one.a, one.b, one.what.startsWith('environment') ? '' : (one.server ?? '')].join('\0');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((one, other) => rankOf(one) - rankOf(other));
  return {
    differences,
    left: Math.max(0, plainDifferences(a, b) - differences.length),
    hasOtherKey: a.tags !== undefined && b.tags !== undefined && a.tags.key !== b.tags.key,
    servers: pairs.map(({name, a: here, b: there}) => ({name, a: standingOf(here), b: standingOf(there)})),
  };
};

const rankOf = ({isNamed, isWeak, step}: Difference): number =>
  (isNamed ? 0 : isWeak ? 200 : 100) + STEPS.indexOf(step);

const pairsOf = (a: Snapshot, b: Snapshot): readonly Pair[] => {
  const free = [...b.servers];
  const take = (fits: (server: ServerSnapshot) => boolean): ServerSnapshot | null => {
    const at = free.findIndex(fits);
    return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
  };
  const exact = a.servers.map((one) => ({
    one,
    other: take((other) => other.name === one.name && other.client === one.client && other.scope === one.scope),
  }));
  const pairs = exact.map(
    ({one, other}): Pair => ({
      name: one.name,
      a: one,
      b:
        other ??
        take((free) => free.name === one.name && free.client === one.client) ??
        take((free) => free.name === one.name),
    }),
  );
  return [...pairs, ...free.map((other): Pair => ({name: other.name, a: null, b: other}))];
};

const onlyOne = ({name, a, b}: Pair): readonly Difference[] => [
  {
    server: name,
    what: 'configured',
    a: a === null ? 'no' : `yes, in ${a.client} (${a.file})`,
    b: b === null ? 'no' : `yes, in ${b.client} (${b.file})`,
    step: 'config',
    isNamed: false,
    isWeak: false,
  },
];

const standingOf = (server: ServerSnapshot | null): string =>
  server === null
    ? 'not configured'
    : server.failure === null
      ? server.status
      : `${server.status}: ${server.failure.id}`;

/** Values that differ in the two documents, counted one by one. */
const plainDifferences = (a: unknown, b: unknown): number => {
  if (a === b) return 0;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return 1;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].reduce(
    (sum, key) => sum + plainDifferences(left.get(key), right.get(key)),
    0,
  );
};
