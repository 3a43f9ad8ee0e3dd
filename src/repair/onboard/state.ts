import type {Need, OnboardAnswer, OnboardServer, Standing} from './need.ts';

/** What was decided about one server so far; a JSON value, so that the walk can be taken up again. */
export interface Progress {
  /** Needs that the person put off: ids. */
  readonly skipped: readonly string[];
  readonly answer: OnboardAnswer | null;
  /** What was looked at for the answer: an entry that changed since is looked at again. */
  readonly digest: string | null;
  /** The person did not want it started. */
  readonly isRefused: boolean;
}

export const NO_PROGRESS: Progress = {skipped: [], answer: null, digest: null, isRefused: false};

export type OnboardStage =
  | {readonly at: 'loading'}
  | {readonly at: 'overview'}
  | {readonly at: 'need'; readonly key: string; readonly need: string}
  | {readonly at: 'changing'; readonly key: string; readonly need: string}
  | {readonly at: 'approve'; readonly key: string}
  | {readonly at: 'proving'; readonly key: string}
  | {readonly at: 'finishing'}
  | {readonly at: 'finished'; readonly path: string | null}
  | {readonly at: 'ended'; readonly code: number; readonly path: string | null};

export interface OnboardState {
  readonly servers: readonly OnboardServer[];
  readonly progress: Readonly<Record<string, Progress>>;
  readonly stage: OnboardStage;
  /** The person saw the overview and began. */
  readonly isWalking: boolean;
  readonly notice: string | null;
}

export type OnboardEvent =
  | {readonly type: 'next'}
  | {readonly type: 'value'; readonly value: string}
  | {readonly type: 'yes'}
  /** Put this need, or this server, off. */
  | {readonly type: 'skip'}
  | {readonly type: 'again'}
  | {readonly type: 'quit'}
  | {readonly type: 'interrupt'}
  | {readonly type: 'listed'; readonly servers: readonly OnboardServer[]}
  | {readonly type: 'changed'; readonly servers: readonly OnboardServer[]; readonly note: string}
  | {readonly type: 'proved'; readonly key: string; readonly answer: OnboardAnswer}
  | {readonly type: 'finished'; readonly path: string | null}
  | {readonly type: 'trouble'; readonly message: string};

export type OnboardRequest =
  | {readonly kind: 'list'}
  | {readonly kind: 'change'; readonly key: string; readonly need: string; readonly value: string | null}
  | {readonly kind: 'prove'; readonly key: string; readonly digest: string}
  | {readonly kind: 'finish'}
  | {readonly kind: 'quit'; readonly code: number};

export const progressOf = (state: Pick<OnboardState, 'progress'>, key: string): Progress =>
  state.progress[key] ?? NO_PROGRESS;

/** Needs that still stand in the way and were not put off. */
export const openNeeds = (state: Pick<OnboardState, 'progress'>, server: OnboardServer): readonly Need[] =>
  server.needs.filter((need) => need.state === 'missing' && !progressOf(state, server.key).skipped.includes(need.id));

export const standingOf = (state: Pick<OnboardState, 'progress'>, server: OnboardServer): Standing => {
  const {answer, skipped, isRefused} = progressOf(state, server.key);
  if (answer !== null) return answer.outcome;
  const isPutOff = server.needs.some((need) => need.state === 'missing' && skipped.includes(need.id));
  return isRefused || (isPutOff && openNeeds(state, server).length === 0) ? 'waits' : 'open';
};

export const serverOf = (state: OnboardState, key: string): OnboardServer | undefined =>
  state.servers.find((server) => server.key === key);
