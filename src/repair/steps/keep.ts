import {draftOf} from '../draft-of.ts';
import type {Event} from '../event.ts';
import type {StageAt, State} from '../state.ts';
import {ask, askBeside, go, rowOf, stay, type Turn} from '../turn.ts';
import {caseOf} from './look.ts';
import {putBack} from './mend.ts';

type Here = StageAt<'record' | 'saving' | 'done'>;

/** The record: written down, given to the team, and on to what is next. */
export const onKeep = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'record':
      if (event.type === 'back') return go(state, {at: 'verdict', outcome: stage.outcome});
      if (event.type !== 'save') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'saving', outcome: stage.outcome, attempt},
        request: {kind: 'save', draft: draftOf(stage.outcome, event), attempt},
      }));
    case 'saving':
      if (event.type === 'trouble') return go(state, {at: 'record', outcome: stage.outcome}, event.message);
      if (event.type === 'saved') {
        return go(state, {at: 'done', outcome: stage.outcome, record: event.record, exported: null});
      }
      return event.type === 'back' ? go(state, {at: 'record', outcome: stage.outcome}) : stay(state);
    case 'done':
      return done(state, stage, event);
  }
};

const done = (state: State, stage: StageAt<'done'>, event: Event): Turn => {
  switch (event.type) {
    case 'export':
      return askBeside(stay(state), (attempt) => ({kind: 'export', where: event.where, record: stage.record, attempt}));
    case 'copy':
      return askBeside(stay(state), (attempt) => ({kind: 'copy', record: stage.record, attempt}));
    case 'put-back':
      return putBack(state, stage.outcome, 'pick', stage.record);
    case 'back':
    case 'next':
      return onward(state, stage, event.type === 'next');
    default:
      return stay(state);
  }
};

/** The next failure of the same server where one shows, else the list, read again: a mended file can bring new servers. */
const onward = (state: State, stage: StageAt<'done'>, wantsNext: boolean): Turn => {
  const {after} = stage.outcome;
  const fresh = {...state, reported: null};
  if (wantsNext && after?.diagnosis.findings.some((finding) => finding.severity === 'error')) {
    const {server} = stage.outcome.case;
    return go(fresh, {at: 'ladder', case: caseOf(rowOf(state, server.key)?.server ?? server, after, null)});
  }
  return askBeside(go(fresh, {at: 'pick'}), (attempt) => ({kind: 'list', isFresh: false, attempt}));
};
