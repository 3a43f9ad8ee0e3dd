import type {Event} from '../event.ts';
import type {Case, StageAt, State} from '../state.ts';
import {ask, go, stay, type Turn} from '../turn.ts';

type Here = StageAt<'ask-status' | 'asking-status'>;

/** Where the provider's own page can be asked, and was not yet. */
export const canAskStatus = ({checked, providerSays}: Case): boolean =>
  checked.statusPage?.host != null && providerSays.length === 0;

/** What the provider says of itself: asked after a yes, and shown beside what was seen from here. */
export const onStatus = (state: State, stage: Here, event: Event): Turn => {
  const known = stage.case;
  const home = (next: Case, notice: string | null = null): Turn => go(state, {at: 'classify', case: next}, notice);
  if (stage.at === 'ask-status') {
    if (event.type === 'no' || event.type === 'back') return home(known);
    if (event.type !== 'yes') return stay(state);
    return ask(state, (attempt) => ({
      stage: {at: 'asking-status', case: known, attempt},
      request: {kind: 'status', checked: known.checked, attempt},
    }));
  }
  switch (event.type) {
    case 'back':
      return {...home(known), request: {kind: 'cancel', attempt: stage.attempt}};
    case 'trouble':
      return home(known, event.message);
    case 'status-told':
      return home({...known, providerSays: event.lines});
    default:
      return stay(state);
  }
};
