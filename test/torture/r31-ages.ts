import fs from 'node:fs';
import path from 'node:path';
import {inLanes, runToEnd} from './trial.ts';

const DAY = 86_400_000;
/** A version waits so long before it is taken. */
const WAIT_DAYS = 7;

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly peerDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const lockOf = (root: string): Lock => JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));

/** The packages that we name ourselves, each with its one version. */
const named = (root: string): readonly (readonly [name: string, version: string])[] =>
  Object.entries(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies);

/** When each of them came in, by the history of the lockfile; now where there is no history, or where it is not in it yet. */
const takenAt = async (root: string): Promise<(name: string, version: string) => number> => {
  const first = new Map<string, number>();
  const log = await runToEnd(['git', 'log', '--reverse', '--format=%H %ct', '--', 'package-lock.json'], {cwd: root});
  for (const line of log.code === 0 ? log.out.trim().split('\n') : []) {
    const [commit = '', seconds = ''] = line.split(' ');
    const shown = await runToEnd(['git', 'show', `${commit}:package-lock.json`], {cwd: root});
    if (shown.code !== 0) continue;
    const lock: Lock = JSON.parse(shown.out);
    for (const [place, {version}] of Object.entries(lock.packages)) {
      const key = `${place.replace(/^.*node_modules\//, '')}@${version}`;
      if (!first.has(key)) first.set(key, Number(seconds) * 1000);
    }
  }
  return (name, version) => first.get(`${name}@${version}`) ?? Date.now();
};

/**
 * How old the versions that we chose were when they were taken, by the registry's own dates. Only the packages that we
 * name are asked about: a run is no reason to go through hundreds of names. Null where the registry does not answer.
 */
export const ages = async (
  root: string,
  folder: string,
): Promise<{readonly figures: string; readonly wrong: readonly string[]} | null> => {
  const taken = await takenAt(root);
  const days = new Map<string, number>();
  await inLanes(named(root), 2, async ([name, version]) => {
    const ran = await runToEnd(['npm', 'view', `${name}@${version}`, 'time', '--json', '--cache', folder], {
      cwd: root,
      limitMs: 30_000,
    });
    if (ran.code !== 0) return;
    const born = Date.parse(JSON.parse(ran.out)[version] ?? '');
    if (!Number.isNaN(born)) days.set(`${name}@${version}`, (taken(name, version) - born) / DAY);
  });
  if (days.size === 0) return null;
  const wanted = named(root).length;
  const young = [...days].filter(([, age]) => age < WAIT_DAYS);
  const youngest = [...days].sort((one, other) => one[1] - other[1])[0];
  return {
    figures: `${days.size} of the ${wanted} packages that we name: ${young.length} taken before they were ${WAIT_DAYS} days old (the youngest, ${youngest?.[0]}, was ${Math.floor(youngest?.[1] ?? 0)})`,
    wrong: [
      ...young.map(([name, age]) => `${name} was ${age.toFixed(1)} days old when it was taken`),
      ...(days.size < wanted ? [`${wanted - days.size} packages have no date`] : []),
    ],
  };
};

/** How many of the bundled packages each package of ours brings along, the most first. */
export const broughtBy = (root: string, bundled: readonly string[]): string => {
  const {packages} = lockOf(root);
  const inside = new Set(bundled);
  const placeOf = (from: string, name: string): string | null => {
    for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
      const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
      if (packages[place] !== undefined) return place;
      if (at === '') return null;
    }
  };
  const gather = (place: string | null, seen: Set<string>): Set<string> => {
    if (place === null || seen.has(place)) return seen;
    seen.add(place);
    const {dependencies, peerDependencies} = packages[place] ?? {};
    for (const name of Object.keys({...dependencies, ...peerDependencies})) gather(placeOf(place, name), seen);
    return seen;
  };
  return named(root)
    .map(([name]) => {
      const all = [...gather(`node_modules/${name}`, new Set())].map(
        (place) => `${place.replace(/^.*node_modules\//, '')}@${packages[place]?.version}`,
      );
      return {name, count: new Set(all.filter((one) => inside.has(one))).size};
    })
    .filter(({name, count}) => count > 10 && bundled.some((one) => one.startsWith(`${name}@`)))
    .sort((one, other) => other.count - one.count)
    .map(({name, count}) => `${name} ${count}`)
    .join(', ');
};
