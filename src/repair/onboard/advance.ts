import type {OnboardAnswer, OnboardServer} from './need.ts';
import {
  NO_PROGRESS,
  type OnboardEvent,
  type OnboardRequest,
  type OnboardStage,
  type OnboardState,
  openNeeds,
  type Progress,
  progressOf,
  serverOf,
  standingOf,
} from './state.ts';

export interface OnboardTurn {
  readonly state: OnboardState;
  readonly request: OnboardRequest | null;
}

/** The walk begins, or goes on where it stopped. */
export const beginOnboard = (progress: Readonly<Record<string, Progress>>): OnboardTurn => ({
  state: {servers: [], progress, stage: {at: 'loading'}, isWalking: false, notice: null},
  request: {kind: 'list'},
});

/** Pure: the next state, and the wish for I/O that goes with it. */
export const advanceOnboard = (before: OnboardState, event: OnboardEvent): OnboardTurn => {
  if (before.stage.at === 'ended') return stay(before);
  if (event.type === 'interrupt') return end(before, 130);
  const state = isOfPerson(event) ? {...before, notice: null} : before;
  if (event.type === 'quit') return end(state, 0);
  const {stage} = state;
  switch (event.type) {
    case 'listed':
      if (stage.at !== 'loading') return stay(state);
      return state.isWalking ? walk(listed(state, event.servers)) : go(listed(state, event.servers), {at: 'overview'});
    case 'changed':
      if (stage.at !== 'changing') return stay(state);
      return walk({...listed(state, event.servers), notice: event.note});
    case 'proved':
      if (stage.at !== 'proving' || stage.key !== event.key) return stay(state);
      return walk(answered(state, event.key, event.answer));
    case 'finished':
      return stage.at === 'finishing' ? go(state, {at: 'finished', path: event.path}) : stay(state);
    case 'trouble':
      return troubled(state, event.message);
    case 'next':
      return next(state);
    case 'value':
      return stage.at === 'need' ? change(state, stage.key, stage.need, event.value) : stay(state);
    case 'yes':
      return yes(state);
    case 'skip':
      return skip(state);
    case 'again':
      return again(state);
  }
};

const isOfPerson = (event: OnboardEvent): boolean => ['next', 'value', 'yes', 'skip', 'again'].includes(event.type);

const stay = (state: OnboardState): OnboardTurn => ({state, request: null});
const go = (state: OnboardState, stage: OnboardStage): OnboardTurn => ({state: {...state, stage}, request: null});
const end = (state: OnboardState, code: number): OnboardTurn => ({
  state: {...state, stage: {at: 'ended', code, path: state.stage.at === 'finished' ? state.stage.path : null}},
  request: {kind: 'quit', code},
});

const answered = (state: OnboardState, key: string, answer: OnboardAnswer): OnboardState =>
  noted(state, key, {answer, digest: serverOf(state, key)?.question.digest ?? null});

const noted = (state: OnboardState, key: string, news: Partial<Progress>): OnboardState => ({
  ...state,
  progress: {...state.progress, [key]: {...progressOf(state, key), ...news}},
});

/** A server whose entry or needs changed is looked at anew; what was put off stays put off only while it is missing. */
const listed = (state: OnboardState, servers: readonly OnboardServer[]): OnboardState => {
  const progress = Object.fromEntries(
    servers.map((server): readonly [string, Progress] => {
      const known = progressOf(state, server.key);
      const isSame = known.digest === server.question.digest;
      const missing = server.needs.filter((need) => need.state === 'missing').map((need) => need.id);
      const answer = isSame && (known.answer?.outcome !== 'works' || missing.length === 0) ? known.answer : null;
      return [server.key, {...known, answer, skipped: known.skipped.filter((id) => missing.includes(id))}];
    }),
  );
  return {...state, servers, progress};
};

/**
 * The next thing to do. What is missing comes first, for all servers: a value that one of them is given can be in the
 * environment of the others too, and what was proved before it would have to be asked again. Then one real look each.
 */
const walk = (before: OnboardState): OnboardTurn => {
  const state = {...before, isWalking: true};
  const open = state.servers.filter((one) => standingOf(state, one) === 'open');
  for (const server of open) {
    const [need] = openNeeds(state, server);
    if (need !== undefined) return go(state, {at: 'need', key: server.key, need: need.id});
  }
  const [server] = open;
  if (server === undefined) return {state: {...state, stage: {at: 'finishing'}}, request: {kind: 'finish'}};
  return server.isApproved ? prove(state, server) : go(state, {at: 'approve', key: server.key});
};

const prove = (state: OnboardState, server: OnboardServer): OnboardTurn => ({
  state: {...state, stage: {at: 'proving', key: server.key}},
  request: {kind: 'prove', key: server.key, digest: server.question.digest},
});

const change = (state: OnboardState, key: string, need: string, value: string | null): OnboardTurn => ({
  state: {...state, stage: {at: 'changing', key, need}},
  request: {kind: 'change', key, need, value},
});

const next = (state: OnboardState): OnboardTurn => {
  const {stage} = state;
  if (stage.at === 'overview') return walk(state);
  return stage.at === 'finished' ? end(state, 0) : stay(state);
};

const yes = (state: OnboardState): OnboardTurn => {
  const {stage} = state;
  if (stage.at === 'need') return change(state, stage.key, stage.need, null);
  const server = stage.at === 'approve' ? serverOf(state, stage.key) : undefined;
  return server === undefined ? stay(state) : prove(state, server);
};

const skip = (state: OnboardState): OnboardTurn => {
  const {stage} = state;
  if (stage.at === 'need')
    return walk(noted(state, stage.key, {skipped: [...progressOf(state, stage.key).skipped, stage.need]}));
  return stage.at === 'approve' ? walk(noted(state, stage.key, {isRefused: true})) : stay(state);
};

/** Everything is read again; at the end, what failed or was put off is open again. */
const again = (state: OnboardState): OnboardTurn => {
  if (state.stage.at !== 'need' && state.stage.at !== 'overview' && state.stage.at !== 'finished') return stay(state);
  const reopened = Object.fromEntries(
    Object.entries(state.progress).map(([key, one]) => [key, one.answer?.outcome === 'works' ? one : NO_PROGRESS]),
  );
  return {
    state: {
      ...state,
      progress: state.stage.at === 'finished' ? reopened : state.progress,
      stage: {at: 'loading'},
    },
    request: {kind: 'list'},
  };
};

const troubled = (state: OnboardState, message: string): OnboardTurn => {
  const {stage} = state;
  const told = {...state, notice: message};
  switch (stage.at) {
    case 'changing':
      return go(told, {at: 'need', key: stage.key, need: stage.need});
    case 'proving':
      return walk(answered(told, stage.key, {outcome: 'fails', note: message, todo: ''}));
    case 'finishing':
      return go(told, {at: 'finished', path: null});
    case 'loading':
      return go(told, {at: 'overview'});
    default:
      return stay(told);
  }
};
