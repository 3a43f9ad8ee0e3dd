import type {Case, StageAt, State} from '../state.ts';
import {ask, type Turn} from '../turn.ts';

/** Makes the reproduction, and comes back to where it was asked for. */
export const reproduce = (state: State, known: Case, from: StageAt<'repro'>['from']): Turn =>
  ask(state, (attempt) => ({
    stage: {at: 'reproducing', case: known, from, repro: null, attempt},
    request: {kind: 'reproduce', checked: known.checked, finding: known.finding, attempt},
  }));
