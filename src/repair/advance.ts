import type {Event} from './event.ts';
import type {Stage, State} from './state.ts';
import {besideStage} from './steps/beside.ts';
import {onDecide} from './steps/decide.ts';
import {onElsewhere} from './steps/elsewhere.ts';
import {onKeep} from './steps/keep.ts';
import {onLook} from './steps/look.ts';
import {onMend} from './steps/mend.ts';
import {onPick} from './steps/pick.ts';
import {homeward, onRequest} from './steps/request.ts';
import {onStatus} from './steps/status.ts';
import {onUnfinished} from './steps/unfinished.ts';
import {ask, end, isAnswer, stay, type Turn} from './turn.ts';
import {withLoss} from './watched.ts';

/** The first turn: the list is asked for. */
export const begin = (): Turn =>
  ask(
    {
      attempt: 0,
      side: 0,
      rows: [],
      unfinished: [],
      request: null,
      looked: [],
      clients: [],
      lost: null,
      isPractice: false,
      reported: null,
      stage: {at: 'pick'},
      notice: null,
    },
    (attempt) => ({stage: {at: 'loading', attempt}, request: {kind: 'list', isFresh: true, attempt}}),
  );

/**
 * The whole repair: what happens next, and what is wished from the world. Pure and total: an event that has no meaning
 * in a stage changes nothing; an answer whose attempt nobody waits for is late, and is ignored.
 */
export const advance = (state: State, event: Event): Turn => {
  const turn = advanced(state, event);
  return {...turn, state: withLoss(turn.state)};
};

const advanced = (state: State, event: Event): Turn => {
  const {stage} = state;
  if (stage.at === 'ended') return stay(state);
  if (event.type === 'interrupt') return end(state, 130);
  if (isAnswer(event)) {
    const aside = besideStage(state, event);
    if (aside !== null) return aside;
    if (!('attempt' in stage) || stage.attempt !== event.attempt) return stay(state);
  } else if (event.type === 'quit' && !isUndecided(stage)) {
    return end(state, 0);
  }
  return dispatch(state, stage, event);
};

/** Between a change and its verdict, "quit" is a question of its own. */
const isUndecided = (stage: Stage): boolean =>
  ((stage.at === 'approve' || stage.at === 'approving') && stage.made !== null) ||
  stage.at === 'rerunning' ||
  stage.at === 'proving' ||
  stage.at === 'verdict' ||
  stage.at === 'leave' ||
  stage.at === 'putting-back' ||
  stage.at === 'changing';

const dispatch = (state: State, stage: Stage, event: Event): Turn => {
  switch (stage.at) {
    case 'loading':
    case 'pick':
    case 'paste':
    case 'typing':
    case 'adding':
    case 'explaining':
    case 'explained':
      return onPick(state, stage, event);
    case 'naming-request':
    case 'reading-request':
    case 'request':
    case 'approve-request':
    case 'approving-request':
    case 'naming-copy':
    case 'saving-copy':
      return onRequest(state, stage, event);
    case 'unfinished':
      return onUnfinished(state, stage, event);
    case 'approve':
    case 'approving':
    case 'probing':
    case 'ladder':
    case 'capture':
      return homeward(onLook(state, stage, event), 'case' in stage ? stage.case.server : stage.server);
    case 'as-client':
    case 'acting':
    case 'reproducing':
    case 'repro':
      return onElsewhere(state, stage, event);
    case 'ask-status':
    case 'asking-status':
      return onStatus(state, stage, event);
    case 'classify':
    case 'disagree':
    case 'change':
    case 'value':
    case 'planning':
    case 'confirm':
      return onDecide(state, stage, event);
    case 'changing':
    case 'rerunning':
    case 'proving':
    case 'verdict':
    case 'leave':
    case 'putting-back':
      return onMend(state, stage, event);
    case 'record':
    case 'saving':
    case 'done':
      return onKeep(state, stage, event);
    case 'ended':
      return stay(state);
  }
};
