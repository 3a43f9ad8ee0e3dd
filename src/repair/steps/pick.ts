import type {Event} from '../event.ts';
import type {StageAt, State} from '../state.ts';
import {ask, end, go, rowOf, stay, type Turn} from '../turn.ts';
import {refreshed} from './beside.ts';
import {added, lookAt} from './look.ts';

type Here = StageAt<'loading' | 'pick' | 'paste' | 'typing' | 'adding' | 'explaining' | 'explained'>;

/** The list, and beside it the pasted error and a server that is typed. */
export const onPick = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'loading':
      if (event.type === 'listed')
        return refreshed({...state, stage: {at: 'pick'}, notice: event.list.said ?? null}, event.list);
      if (event.type === 'trouble') return go(state, {at: 'pick'}, event.message);
      return event.type === 'back' ? end(state, 0) : stay(state);
    case 'pick':
      return picked(state, event);
    case 'paste':
      if (event.type === 'back') return leavePaste(state, stage.case);
      if (event.type !== 'submit-text' || event.text.trim() === '') return stay(state);
      return ask({...state, reported: event.text}, (attempt) => ({
        stage: {at: 'explaining', text: event.text, case: stage.case, attempt},
        request: {kind: 'explain', text: event.text, attempt},
      }));
    case 'typing':
      if (event.type === 'back') return go(state, {at: 'pick'});
      if (event.type !== 'submit-text' || event.text.trim() === '') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'adding', attempt},
        request: {kind: 'add', text: event.text, attempt},
      }));
    case 'adding':
      if (event.type === 'back') return go(state, {at: 'typing'});
      if (event.type === 'trouble') return go(state, {at: 'typing'}, event.message);
      return event.type === 'added' ? added(state, event.server) : stay(state);
    case 'explaining':
      if (event.type === 'back') return go(state, {at: 'paste', case: stage.case});
      if (event.type === 'trouble') return go(state, {at: 'paste', case: stage.case}, event.message);
      if (event.type !== 'explained') return stay(state);
      return go(state, {at: 'explained', text: stage.text, case: stage.case, matches: event.matches});
    case 'explained':
      if (event.type === 'back') return go(state, {at: 'paste', case: stage.case});
      if (event.type !== 'next') return stay(state);
      // The pasted text is the error from now on: the server is looked at again with it in the evidence.
      return stage.case === null ? go(state, {at: 'pick'}) : lookAt(state, stage.case.server, true);
  }
};

const picked = (state: State, event: Event): Turn => {
  switch (event.type) {
    case 'choose': {
      const row = rowOf(state, event.key);
      return row === undefined ? stay(state) : lookAt(state, row.server, state.reported !== null);
    }
    case 'open-request':
      return go(state, {at: 'naming-request'});
    case 'open-unfinished': {
      const of = state.unfinished.find(({id}) => id === event.id);
      return of === undefined ? stay(state) : go(state, {at: 'unfinished', of});
    }
    case 'paste':
      return go(state, {at: 'paste', case: null});
    case 'add':
      return go(state, {at: 'typing'});
    case 'again':
      return ask(
        {...state, rows: state.rows.map((row) => ({...row, attempt: 0, checked: null, status: 'waiting'}))},
        (attempt) => ({stage: {at: 'loading', attempt}, request: {kind: 'list', isFresh: true, attempt}}),
      );
    case 'back':
      return state.reported === null ? end(state, 0) : stay({...state, reported: null, notice: null});
    default:
      return stay(state);
  }
};

const leavePaste = (state: State, from: StageAt<'paste'>['case']): Turn =>
  from === null ? go(state, {at: 'pick'}) : go(state, {at: 'capture', case: from});
