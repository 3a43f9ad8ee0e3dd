import type {Event} from './event.ts';
import type {Request} from './request.ts';
import type {Row, Stage, State} from './state.ts';

/** What an event leads to: the next state, and at most one wish. */
export interface Turn {
  readonly state: State;
  readonly request: Request | null;
}

/** Nothing changes. */
export const stay = (state: State): Turn => ({state, request: null});

/** The next stage, without a wish. */
export const go = (state: State, stage: Stage, notice: string | null = null): Turn => ({
  state: {...state, stage, notice},
  request: null,
});

/** The next stage, which waits for the answer to a wish. */
export const ask = (state: State, make: (attempt: number) => {stage: Stage; request: Request}): Turn => {
  const attempt = state.attempt + 1;
  const {stage, request} = make(attempt);
  return {state: {...state, attempt, stage, notice: null}, request};
};

/** A wish beside the stage: the person goes on meanwhile. */
export const askBeside = (turn: Turn, make: (attempt: number) => Request): Turn => {
  const attempt = turn.state.attempt + 1;
  return {state: {...turn.state, attempt, side: attempt}, request: make(attempt)};
};

export const rowOf = (state: State, key: string): Row | undefined => state.rows.find((row) => row.server.key === key);

export const withRow = (state: State, key: string, change: (row: Row) => Row): State => ({
  ...state,
  rows: state.rows.map((row) => (row.server.key === key ? change(row) : row)),
});

/** Ends the run. */
export const end = (state: State, code: number): Turn => {
  const {stage} = state;
  if (stage.at === 'ended') return stay(state);
  const left =
    stage.at === 'rerunning'
      ? stage.pending
      : stage.at === 'approve' || stage.at === 'approving'
        ? (stage.made?.pending ?? null)
        : stage.at === 'proving' || stage.at === 'verdict' || stage.at === 'leave'
          ? stage.outcome.pending
          : null;
  return {state: {...state, stage: {at: 'ended', code, left}}, request: {kind: 'quit', code}};
};

export const isAnswer = (event: Event): event is Extract<Event, {attempt: number}> => 'attempt' in event;
