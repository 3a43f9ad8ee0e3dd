import type {Event} from '../event.ts';
import type {StageAt, State} from '../state.ts';
import {ask, askBeside, go, stay, type Turn} from '../turn.ts';
import {added} from './look.ts';

type Here = StageAt<'as-client' | 'acting' | 'reproducing' | 'repro'>;

/** The same trouble elsewhere: as another client would have it, and outside of mcp-fix. */
export const onElsewhere = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'as-client':
      if (event.type === 'back') return go(state, {at: 'ladder', case: stage.case});
      if (event.type !== 'choose') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'acting', case: stage.case, attempt},
        request: {kind: 'act-as', key: stage.case.server.key, client: event.key, attempt},
      }));
    case 'acting':
      if (event.type === 'back') return go(state, {at: 'as-client', case: stage.case});
      if (event.type === 'trouble') return go(state, {at: 'as-client', case: stage.case}, event.message);
      return event.type === 'added' ? added(state, event.server) : stay(state);
    case 'reproducing':
      return reproducing(state, stage, event);
    case 'repro':
      if (event.type === 'back') return go(state, {at: stage.from, case: stage.case});
      return event.type === 'copy' ? copied(state, stage.repro.text) : stay(state);
  }
};

const reproducing = (state: State, stage: StageAt<'reproducing'>, event: Event): Turn => {
  const {case: known, from, repro} = stage;
  switch (event.type) {
    case 'back':
      return {...go(state, {at: from, case: known}), request: {kind: 'cancel', attempt: stage.attempt}};
    case 'trouble':
      return repro === null
        ? go(state, {at: from, case: known}, event.message)
        : go(state, {at: 'repro', case: known, from, repro, ran: {isSame: null, words: event.message}});
    case 'reproduced': {
      const made = event.repro;
      if (made.text === null)
        return go(state, {at: 'repro', case: known, from, repro: made, ran: {isSame: null, words: ''}});
      return ask(state, (attempt) => ({
        stage: {at: 'reproducing', case: known, from, repro: made, attempt},
        request: {kind: 'rerun-reproduction', checked: known.checked, finding: known.finding, attempt},
      }));
    }
    case 'reproduction-ran':
      return repro === null ? stay(state) : go(state, {at: 'repro', case: known, from, repro, ran: event.ran});
    case 'copy':
      return copied(state, repro?.text ?? null);
    default:
      return stay(state);
  }
};

const copied = (state: State, text: string | null): Turn =>
  text === null ? stay(state) : askBeside(stay(state), (attempt) => ({kind: 'copy-text', text, attempt}));
