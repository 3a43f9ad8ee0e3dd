import type {Event} from '../event.ts';
import {changeLeft} from '../mid-repair.ts';
import type {StageAt, State, Unfinished} from '../state.ts';
import {askBeside, go, stay, type Turn} from '../turn.ts';
import {putBack, rerun} from './mend.ts';

/** A repair of an earlier run: gone on with, decided, or forgotten. */
export const onUnfinished = (state: State, {of}: StageAt<'unfinished'>, event: Event): Turn => {
  const {stage} = of;
  switch (event.type) {
    case 'next':
      // Time has passed: what was seen of the change then says little now.
      return stage.at === 'verdict'
        ? rerun(taken(state, of), stage.outcome.case, stage.outcome.pending)
        : go(taken(state, of), stage);
    case 'keep':
      return stage.at === 'verdict' ? go(taken(state, of), {at: 'record', outcome: stage.outcome}) : stay(state);
    case 'put-back':
      return changeLeft(stage) === null || stage.at !== 'verdict'
        ? stay(state)
        : putBack(taken(state, of), stage.outcome, 'pick');
    case 'forget':
      return askBeside(go(without(state, of), {at: 'pick'}, forgotten(of)), (attempt) => ({
        kind: 'forget',
        id: of.id,
        attempt,
      }));
    case 'back':
      return go(state, {at: 'pick'});
    default:
      return stay(state);
  }
};

const without = (state: State, of: Unfinished): State => ({
  ...state,
  unfinished: state.unfinished.filter(({id}) => id !== of.id),
});

const taken = (state: State, of: Unfinished): State => ({...without(state, of), reported: of.reported});

const forgotten = ({stage}: Unfinished): string | null => {
  const left = changeLeft(stage);
  return left === null ? null : `The change in ${left.file} stays. To put it back: mcp-fix undo ${left.id}`;
};
