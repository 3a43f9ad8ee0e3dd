import type {Host} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';
import type {RemoteLaunch, ServerEntry} from '../../model/server.ts';
import {environmentSecrets} from '../environment-secrets.ts';
import {withHelperHeaders} from '../headers-helper.ts';
import {readTarget} from '../remote/target.ts';
import {wordsOfSeen} from '../rerun/seen-again.ts';
import {LEGACY, LEGACY_VERSIONS} from '../stdio/eras.ts';
import {BudgetSpent, minimalSet} from './minimal-set.ts';
import {type Part, partsOf, partWords} from './parts.ts';
import {createTrier, type Stage, type Trier} from './trier.ts';

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
  readonly requests: number;
  /** Each trial in order, in words. */
  readonly trials: readonly {readonly parts: readonly string[]; readonly ok: boolean; readonly seen: string}[];
}

export interface BisectOptions {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly maxRequests?: number;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
}

const MOST_REQUESTS = 40;

/**
 * Starts from the smallest valid request and adds parts until the failure shows; then names the smallest set that shows
 * it. Safe methods only, bounded, with a pause. Calls a server: only for an approved entry.
 */
export const bisect = async (entry: ServerEntry, launch: RemoteLaunch, options: BisectOptions): Promise<Bisection> => {
  const {host} = options;
  const {url} = readTarget(launch.url);
  const nothing: Bisection = {
    outcome: 'cannot-ask',
    parts: [],
    stage: 'initialize',
    failing: null,
    smallest: null,
    requests: 0,
    trials: [],
  };
  if (url === null || launch.transport !== 'http') return nothing;
  const whole = await withHelperHeaders(entry, launch, {...options, timeoutMs: 10_000});
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host), ...Object.values(whole.headers)]);
  const trier = createTrier(whole, url, {
    host,
    redactor,
    signal: options.signal,
    maxRequests: options.maxRequests ?? MOST_REQUESTS,
    pauseMs: options.pauseMs ?? 150,
    timeoutMs: options.timeoutMs ?? 5000,
  });
  const search = createSearch(trier);
  try {
    return {...nothing, ...(await searchIn(search, whole, url)), requests: trier.requests(), trials: search.trials};
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return {...nothing, outcome: 'cut-short', requests: trier.requests(), trials: search.trials};
  }
};

interface Search {
  readonly ask: (
    parts: readonly Part[],
    version: string,
    stage: Stage,
  ) => Promise<{readonly ok: boolean; readonly seen: string}>;
  readonly trials: Bisection['trials'][number][];
}

const createSearch = (trier: Trier): Search => {
  const trials: Bisection['trials'][number][] = [];
  return {
    trials,
    ask: async (parts, version, stage) => {
      const answer = await trier.attempt(parts, version, stage);
      const trial = {ok: answer.kind === 'answered', seen: wordsOfSeen(answer)};
      trials.push({parts: parts.map((part) => shown(part).words), ...trial});
      return trial;
    },
  };
};

const searchIn = async (search: Search, launch: RemoteLaunch, url: URL): Promise<Partial<Bisection>> => {
  const base = await smallestThatPasses(search);
  const version = base?.version ?? LEGACY;
  const parts = partsOf({headers: launch.headers, url}, version);
  const failure = await stageThatFails(search, parts, version);
  if (failure === null) return {outcome: 'passes'};
  const {stage, seen: failing} = failure;
  if (base === null) return {outcome: 'fails-anyway', stage, failing, smallest: search.trials[0]?.seen ?? null};
  if (stage === 'tools/list') {
    const bare = await search.ask([], version, stage);
    if (!bare.ok) return {outcome: 'fails-anyway', stage, failing, smallest: bare.seen};
  }
  // A failure that is gone by itself would send the whole search astray.
  if ((await search.ask(parts, version, stage)).ok) return {outcome: 'unsteady', stage, failing, smallest: base.seen};
  const found = await minimalSet(parts, async (some) => !(await search.ask(some, version, stage)).ok);
  const known = {stage, failing, smallest: base.seen, parts: found.parts.map(shown)};
  if (!found.isMinimal) return {...known, outcome: 'cut-short'};
  const again = await search.ask(found.parts, version, stage);
  return again.ok ? {...known, parts: [], outcome: 'unsteady'} : {...known, failing: again.seen, outcome: 'found'};
};

/** The newest version with which the bare request passes. */
const smallestThatPasses = async (
  search: Search,
): Promise<{readonly version: string; readonly seen: string} | null> => {
  for (const version of LEGACY_VERSIONS.slice(0, 4)) {
    const {ok, seen} = await search.ask([], version, 'initialize');
    if (ok) return {version, seen};
  }
  return null;
};

/** The stage at which a request with every part fails; null where it passes to the end. */
const stageThatFails = async (
  search: Search,
  parts: readonly Part[],
  version: string,
): Promise<{readonly stage: Stage; readonly seen: string} | null> => {
  const hello = await search.ask(parts, version, 'initialize');
  if (!hello.ok) return {stage: 'initialize', seen: hello.seen};
  const listed = await search.ask(parts, version, 'tools/list');
  return listed.ok ? null : {stage: 'tools/list', seen: listed.seen};
};

const shown = (part: Part): BisectedPart => {
  const name = printableLine(part.name).slice(0, 100);
  return {kind: part.kind, name, words: partWords({kind: part.kind, name})};
};
