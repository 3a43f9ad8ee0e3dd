import {printableLine} from '../../model/printable.ts';
import type {ServerEntry} from '../../model/server.ts';
import {wordsOfSeen} from '../rerun/seen-again.ts';
import {LEGACY} from '../stdio/eras.ts';
import {type Base, type BisectOptions, type Ground, localGround, remoteGround} from './ground.ts';
import {BudgetSpent, minimalSet} from './minimal-set.ts';
import {type Part, partWords} from './parts.ts';
import type {Stage, Trier} from './trier.ts';

export interface BisectedPart {
  readonly kind: Part['kind'];
  readonly name: string;
  readonly words: string;
}

/** Which parts of a request make it fail. */
export interface Bisection {
  readonly outcome: 'found' | 'passes' | 'fails-anyway' | 'unsteady' | 'cut-short' | 'cannot-ask';
  /** The smallest failing set; empty unless found. */
  readonly parts: readonly BisectedPart[];
  readonly stage: Stage;
  /** What the failing request showed, and the smallest one; null where it was not sent. */
  readonly failing: string | null;
  readonly smallest: string | null;
  /** For a local program: how often it was started. */
  readonly requests: number;
  /** Each trial in order, in words. */
  readonly trials: readonly {readonly parts: readonly string[]; readonly ok: boolean; readonly seen: string}[];
}

const NOTHING: Bisection = {
  outcome: 'cannot-ask',
  parts: [],
  stage: 'initialize',
  failing: null,
  smallest: null,
  requests: 0,
  trials: [],
};

/**
 * Starts from the smallest valid conversation and adds parts until the failure shows; then names the smallest set that
 * shows it. Safe methods only, bounded, with a pause. Starts or calls a server: only for an approved entry.
 */
export const bisect = async (
  entry: ServerEntry,
  launch: NonNullable<ServerEntry['launch']>,
  options: BisectOptions,
): Promise<Bisection> => {
  const ground =
    launch.kind === 'remote' ? await remoteGround(entry, launch, options) : await localGround(entry, launch, options);
  if (ground === null) return NOTHING;
  const search = createSearch(ground.trier);
  const counted = (found: Partial<Bisection>): Bisection => ({
    ...NOTHING,
    ...found,
    requests: ground.trier.requests(),
    trials: search.trials,
  });
  try {
    return counted(await searchIn(search, ground));
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return counted({outcome: 'cut-short'});
  }
};

interface Tried {
  readonly ok: boolean;
  readonly seen: string;
}

interface Search {
  readonly ask: (parts: readonly Part[], stage: Stage, version?: string) => Promise<Tried>;
  readonly trials: Bisection['trials'][number][];
}

const createSearch = (trier: Trier): Search => {
  const trials: Bisection['trials'][number][] = [];
  return {
    trials,
    ask: async (parts, stage, version = LEGACY) => {
      const answer = await trier.attempt(parts, version, stage);
      const trial = {ok: answer.kind === 'answered', seen: wordsOfSeen(answer)};
      trials.push({parts: parts.map((part) => shown(part).words), ...trial});
      return trial;
    },
  };
};

const searchIn = async (search: Search, ground: Ground): Promise<Partial<Bisection>> => {
  const base = await smallestThatPasses(search, ground.bases);
  const {version, kept} = base ?? {version: LEGACY, kept: []};
  const ask: Search['ask'] = (parts, stage) => search.ask([...kept, ...parts], stage, version);
  const names = new Set(kept.map(({kind, name}) => `${kind} ${name}`));
  const parts = ground.partsOf(version).filter(({kind, name}) => !names.has(`${kind} ${name}`));
  const failure = await stageThatFails(ask, parts);
  if (failure === null) return {outcome: 'passes'};
  const {stage, seen: failing} = failure;
  if (base === null) return {outcome: 'fails-anyway', stage, failing, smallest: search.trials[0]?.seen ?? null};
  if (stage === 'tools/list') {
    const bare = await ask([], stage);
    if (!bare.ok) return {outcome: 'fails-anyway', stage, failing, smallest: bare.seen};
  }
  // A failure that is gone by itself would send the whole search astray.
  if ((await ask(parts, stage)).ok) return {outcome: 'unsteady', stage, failing, smallest: base.seen};
  const found = await minimalSet(parts, async (some) => !(await ask(some, stage)).ok);
  const known = {stage, failing, smallest: base.seen, parts: found.parts.map(shown)};
  if (!found.isMinimal) return {...known, outcome: 'cut-short'};
  const proof = await isSteady(
    () => ask(found.parts, stage),
    () => ask([], stage),
  );
  if (proof === null) return {...known, outcome: 'cut-short'};
  return proof.isSteady
    ? {...known, failing: proof.seen, outcome: 'found'}
    : {...known, parts: [], outcome: 'unsteady'};
};

const ROUNDS = 3;

/**
 * The set fails and the smallest passes, in turns: chance alone does that three times over in about one of a thousand
 * searches of a server that fails at random. Null where not even one round could be paid.
 */
const isSteady = async (
  bad: () => Promise<Tried>,
  good: () => Promise<Tried>,
): Promise<{readonly isSteady: boolean; readonly seen: string} | null> => {
  let seen: string | null = null;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const failed = await bad();
      if (failed.ok || !(await good()).ok) return {isSteady: false, seen: failed.seen};
      seen = failed.seen;
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
  return seen === null ? null : {isSteady: true, seen};
};

/** The first of the bases that passes. */
const smallestThatPasses = async (
  search: Search,
  bases: readonly Base[],
): Promise<(Base & {readonly seen: string}) | null> => {
  for (const base of bases) {
    const {ok, seen} = await search.ask(base.kept, 'initialize', base.version);
    if (ok) return {...base, seen};
  }
  return null;
};

/** The stage at which a request with every part fails; null where it passes to the end. */
const stageThatFails = async (
  ask: (parts: readonly Part[], stage: Stage) => Promise<Tried>,
  parts: readonly Part[],
): Promise<{readonly stage: Stage; readonly seen: string} | null> => {
  const hello = await ask(parts, 'initialize');
  if (!hello.ok) return {stage: 'initialize', seen: hello.seen};
  const listed = await ask(parts, 'tools/list');
  return listed.ok ? null : {stage: 'tools/list', seen: listed.seen};
};

const shown = (part: Part): BisectedPart => {
  const name = printableLine(part.name).slice(0, 100);
  return {kind: part.kind, name, words: partWords({kind: part.kind, name})};
};
