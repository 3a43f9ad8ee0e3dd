import type {Receipt} from '../model/change.ts';
import type {Outcome, State} from './state.ts';

/** A written change, and whose it is. */
export interface Watched {
  readonly key: string;
  readonly receipt: Receipt;
}

/** The outcome that is on the screen, decided or being written down. */
const outcomeOf = ({stage}: State): Outcome | null => {
  switch (stage.at) {
    case 'verdict':
    case 'leave':
    case 'record':
    case 'saving':
    case 'done':
      return stage.outcome;
    default:
      return null;
  }
};

/** The change whose value is watched now: the one on the screen, until it is known to be lost. */
export const watchedChange = (state: State): Watched | null => {
  const outcome = outcomeOf(state);
  if (outcome?.pending.kind !== 'edit' || outcome.pending.receipt.id === state.lost?.receipt) return null;
  return {key: outcome.case.server.key, receipt: outcome.pending.receipt};
};

/** The note of the loss that concerns what is on the screen; null where nothing is lost. */
export const lossOf = (state: State): string | null => {
  const pending = outcomeOf(state)?.pending;
  return pending?.kind === 'edit' && pending.receipt.id === state.lost?.receipt ? state.lost.note : null;
};

/** A verdict "fixed" does not outlive the value that it was about. */
export const withLoss = (state: State): State => {
  const {stage} = state;
  const note = lossOf(state);
  if (note === null || !('outcome' in stage) || stage.outcome.verdict.kind !== 'fixed') return state;
  return {...state, stage: {...stage, outcome: {...stage.outcome, verdict: {kind: 'cannot-tell', note}}}};
};
